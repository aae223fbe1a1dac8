/** A key that cannot be used as it lies there, or a change to the keys that would lose data. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
  readonly code: 'KEY_EXPOSED' | 'KEY_INVALID' | 'KEY_NEEDED' | 'KEY_UNKNOWN';

  constructor(code: KeyRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}
