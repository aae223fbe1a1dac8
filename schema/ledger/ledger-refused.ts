/** Why the ledger did not do what it was asked. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
  readonly code:
    | 'ENTRY_INVALID'
    | 'LEDGER_SHRUNK'
    | 'LEDGER_MISSING'
    | 'LEDGER_BUSY'
    | 'NOTE_INVALID'
    | 'RANGE_INVALID'
    | 'KEY_UNKNOWN';

  constructor(code: LedgerRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}
