export { area } from './columns/area.ts';
export { code, flag } from './columns/code.ts';
export { creditCode } from './columns/credit-code.ts';
export { birthDate, type DateForm, date, month } from './columns/date.ts';
export { type DateTimeForm, dateTime } from './columns/date-time.ts';
export { identityNumber, party, person, previousPersons } from './columns/identity-number.ts';
export { decimal, integer } from './columns/number.ts';
export { dwelling, household, previousHouseholds } from './columns/register-number.ts';
export { freeText, list, name, text } from './columns/text.ts';
