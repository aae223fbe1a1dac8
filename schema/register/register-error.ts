export type RegisterErrorCode =
  | 'CONFIGURATION_INVALID'
  | 'HUB_DATA_IN_USE'
  | 'HUB_DATA_BUSY'
  | 'HUB_DATA_UNREACHABLE'
  | 'DATABASE_PLATFORM_UNSUPPORTED'
  | 'DATABASE_START_FAILED'
  | 'DATABASE_STOP_FAILED'
  | 'DATABASE_KEY_MISSING'
  | 'DEPARTMENT_UNKNOWN'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_MISSING'
  | 'MIGRATION_FAILED'
  | 'CLIENT_GENERATION_FAILED';

/** A fault of the databases under the registers; `code` is stable, the message says what was expected and what came. */
export class RegisterError extends Error {
  readonly code: RegisterErrorCode;

  constructor(code: RegisterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RegisterError';
    this.code = code;
  }
}
