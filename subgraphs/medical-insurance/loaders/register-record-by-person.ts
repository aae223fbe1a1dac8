import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { type RegisterRecordRow, recordsOf } from './register.ts';

/** Loads this register's word on each person, for the comparison of registers alone. */
export const registerRecordByPerson = recordLoader<RegisterRecordRow>({
  scope: 'hub.data-quality:read',
  discloses: 'Person.medicalInsuranceRecord',
  read: recordsOf,
  keysOf: ({ id }) => id,
});
