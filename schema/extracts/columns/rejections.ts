import { Rejection, type RejectionReason } from './column-rule.ts';

/** The one rejection of each reason. */
export const rejections: Readonly<Record<RejectionReason, Rejection>> = {
  MISSING_VALUE: Object.freeze(new Rejection('MISSING_VALUE')),
  TEXT_TOO_LONG: Object.freeze(new Rejection('TEXT_TOO_LONG')),
  INVALID_DATE: Object.freeze(new Rejection('INVALID_DATE')),
  INVALID_NUMBER: Object.freeze(new Rejection('INVALID_NUMBER')),
  UNKNOWN_CODE: Object.freeze(new Rejection('UNKNOWN_CODE')),
  UNKNOWN_AREA: Object.freeze(new Rejection('UNKNOWN_AREA')),
  ID_NUMBER_FORMAT: Object.freeze(new Rejection('ID_NUMBER_FORMAT')),
  ID_NUMBER_CHECK_CHARACTER: Object.freeze(new Rejection('ID_NUMBER_CHECK_CHARACTER')),
  ID_NUMBER_BIRTH_DATE: Object.freeze(new Rejection('ID_NUMBER_BIRTH_DATE')),
  CREDIT_CODE: Object.freeze(new Rejection('CREDIT_CODE')),
  COLUMN_COUNT: Object.freeze(new Rejection('COLUMN_COUNT')),
  DUPLICATE_ROW: Object.freeze(new Rejection('DUPLICATE_ROW')),
};

/** What an empty cell is: nothing, or a reason to set the row aside. */
export const emptyCell = (required: boolean): Rejection | null => (required ? rejections.MISSING_VALUE : null);
