/** Why the bureau's system gave no answer. */
export type UnavailableCode =
  | 'SYSTEM_UNREACHABLE'
  | 'SYSTEM_TOO_SLOW'
  | 'SYSTEM_REFUSED'
  | 'SYSTEM_MALFORMED_ANSWER'
  | 'SYSTEM_START_FAILED';

/** The bureau's system gave no answer; the message says nothing of whom it was asked about. */
export class SystemUnavailable extends Error {
  override readonly name = 'SystemUnavailable';
  readonly code: UnavailableCode;
  constructor(code: UnavailableCode, message: string) {
    super(message);
    this.code = code;
  }
}
