import { shared } from '../../../schema/kit/builder.ts';
import { medicalInsurancePlaces } from '../../../schema/kit/code-tables/medical-insurance-places.ts';
import { medicalInsuranceStatuses } from '../../../schema/kit/code-tables/medical-insurance-statuses.ts';
import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { entitlementsByPerson } from '../loaders/entitlements-by-person.ts';
import type { EnrolmentRow } from '../loaders/register.ts';
import { ChronicDiseaseEntitlement } from './ChronicDiseaseEntitlement.ts';
import { MedicalEnrolmentStatus } from './MedicalEnrolmentStatus.ts';
import { MedicalScheme } from './MedicalScheme.ts';

/** A person's newest enrolment in medical insurance (医保参保信息). */
export const MedicalInsuranceEnrolment = builder.objectRef<EnrolmentRow>('MedicalInsuranceEnrolment').implement({
  description: 'A person’s newest enrolment in medical insurance (医保参保信息).',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: MedicalScheme, nullable: false, description: 'Scheme (险种).' }),
    status: t.expose('status', {
      type: MedicalEnrolmentStatus,
      nullable: false,
      description: 'Status, normalised (参保状态).',
    }),
    rawStatus: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Status as the deployment codes it (原始状态代码).',
      resolve: ({ statusCode }) => medicalInsuranceStatuses.codeOf(statusCode),
    }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (开始日期).' }),
    pausedOn: t.expose('pausedOn', { type: 'Date', description: 'Since when it is paused or ended (暂停日期).' }),
    place: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Place of insurance, which need not be where the person lives (参保地).',
      resolve: ({ placeCode }) => medicalInsurancePlaces.codeOf(placeCode),
    }),
    subsidised: t.exposeBoolean('subsidised', {
      nullable: false,
      description: 'Whether assistance pays the contribution (是否资助参保).',
    }),
    chronicDiseases: t.field({
      type: [ChronicDiseaseEntitlement],
      directives: requiresScopes('medical-insurance.health:read'),
      description: 'Chronic-disease entitlements, newest first; health data, under its own scope (门诊慢特病).',
      resolve: async ({ personId }, _arguments, context) => [...(await entitlementsByPerson.load(context, personId))],
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ source }, _arguments, context) => source(context),
    }),
  }),
});
