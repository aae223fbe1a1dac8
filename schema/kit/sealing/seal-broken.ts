/** A sealed value that cannot be opened: its key is gone, or somebody changed or moved it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code: 'SEAL_BROKEN' | 'SEAL_KEY_MISSING';

  /** Names the column alone: a row's key has no business in a log. */
  constructor(code: SealBroken['code'], place: string) {
    const [table, column] = place.split('\0');
    super(
      code === 'SEAL_BROKEN'
        ? `Expected a value that was sealed for its own row of ${table}.${column}.`
        : `Expected the key of a sealed value of ${table}.${column}.`,
    );
    this.code = code;
  }
}
