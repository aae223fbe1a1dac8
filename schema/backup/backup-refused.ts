/** Why there is no backup, or none that can be restored. */
export type BackupRefusal =
  | 'BACKUP_EXISTS'
  | 'BACKUP_INCOMPLETE'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_OF_OTHER_VERSION'
  | 'RESTORE_NOT_EMPTY'
  | 'KEYS_MISSING'
  | 'LEDGER_NOT_WHOLE'
  | 'PASSPHRASE_WRONG';

/** A backup that cannot be made or restored; nothing was written over. The message says what was expected. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: BackupRefusal;

  constructor(code: BackupRefusal, message: string) {
    super(message);
    this.code = code;
  }
}
