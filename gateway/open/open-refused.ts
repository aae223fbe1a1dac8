/** Access must not be switched off where a hub is configured; `reasons` are names of variables. */
export class OpenRefused extends Error {
  readonly code = 'OPEN_REFUSED';

  constructor(reasons: readonly string[]) {
    super(
      `--open serves without tokens, purposes and ledger, so it does not start beside a hub's registers and keys.\n` +
        `Unset ${reasons.join(', ')} (开放模式不得与登记库或密钥同用).`,
    );
  }
}
