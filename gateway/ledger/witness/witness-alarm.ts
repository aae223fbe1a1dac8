/** What a witness must not sign: somebody rewrote the ledger, or shows one to it and another to others. */
export class WitnessAlarm extends Error {
  readonly code: 'LEDGER_FORKED' | 'LEDGER_SHRUNK' | 'CHECKPOINT_INVALID';

  constructor(code: WitnessAlarm['code'], message: string) {
    super(message);
    this.code = code;
  }
}
