import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { type EnrolmentRow, enrolmentsOf } from './register.ts';

/** Each person's newest enrolment; null where medical insurance does not know the person. */
export const enrolmentByPerson = recordLoader<EnrolmentRow>({
  scope: 'medical-insurance.enrolment:read',
  discloses: 'Person.medicalInsurance',
  read: enrolmentsOf,
  keysOf: ({ personId }) => personId,
});
