/** Why a file was refused whole. Nothing was changed then. */
export type ImportRefusalCode =
  | 'FILE_NOT_FOUND'
  | 'FILE_CHANGED'
  | 'EMPTY_FILE'
  | 'BINARY_FILE'
  | 'UNKNOWN_ENCODING'
  | 'UNKNOWN_LAYOUT'
  | 'WRONG_DEPARTMENT'
  | 'DUPLICATE_COLUMN'
  | 'LINE_TOO_LONG'
  | 'TRUNCATED_FILE'
  | 'REGISTER_REFUSED_ROWS';

/** A file that was refused whole: the message says what was expected and what came, and quotes no row. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly code: ImportRefusalCode;
  constructor(code: ImportRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
