import { listLoader } from '../../../schema/kit/register-loader.ts';
import { type EntitlementRow, entitlementsOf } from './register.ts';

/** The chronic-disease entitlements of each person, newest first: health data, under a scope of its own. */
export const entitlementsByPerson = listLoader<EntitlementRow>({
  scope: 'medical-insurance.health:read',
  discloses: 'MedicalInsuranceEnrolment.chronicDiseases',
  read: entitlementsOf,
  keysOf: ({ personId }) => personId,
});
