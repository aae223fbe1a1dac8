import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { enrolmentByPerson } from '../loaders/enrolment-by-person.ts';
import { registerRecordByPerson } from '../loaders/register-record-by-person.ts';
import { MedicalInsuranceEnrolment } from './MedicalInsuranceEnrolment.ts';
import { RegisterRecord } from './RegisterRecord.ts';

/** A person by id, as far as medical insurance knows the person. */
export const Person = builder.objectRef<{ readonly id: string }>('Person').implement({
  description: 'A person, as medical insurance knows them (医保参保人).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    medicalInsurance: t.field({
      type: MedicalInsuranceEnrolment,
      directives: requiresScopes('medical-insurance.enrolment:read'),
      description: 'The newest enrolment; null where medical insurance does not know the person (医保参保信息).',
      resolve: ({ id }, _arguments, context) => enrolmentByPerson.load(context, id),
    }),
    medicalInsuranceRecord: t.field({
      type: RegisterRecord,
      directives: { inaccessible: {} },
      description: 'What this register says, for the comparison of registers alone (登记比对信息).',
      resolve: ({ id }, _arguments, context) => registerRecordByPerson.load(context, id),
    }),
  }),
});
