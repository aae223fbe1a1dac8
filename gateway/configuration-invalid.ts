/** The environment does not configure the gateway; the message lists every fault. */
export class ConfigurationInvalid extends Error {
  readonly code = 'CONFIGURATION_INVALID';

  constructor(faults: readonly string[]) {
    super(`The gateway is not configured:\n${faults.join('\n')}`);
  }
}
