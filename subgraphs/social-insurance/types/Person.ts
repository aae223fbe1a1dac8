import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { accountByPerson } from '../loaders/account-by-person.ts';
import { registerRecordByPerson } from '../loaders/register-record-by-person.ts';
import { RegisterRecord } from './RegisterRecord.ts';
import { SocialInsuranceAccount } from './SocialInsuranceAccount.ts';

/** A person by id, as far as social insurance knows the person. */
export const Person = builder.objectRef<{ readonly id: string }>('Person').implement({
  description: 'A person, as social insurance knows them (参保人员).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    socialInsurance: t.field({
      type: SocialInsuranceAccount,
      directives: requiresScopes('social-insurance.account:read'),
      description: 'The account; null where social insurance does not know the person (社会保险账户).',
      resolve: ({ id }, _arguments, context) => accountByPerson.load(context, id),
    }),
    socialInsuranceRecord: t.field({
      type: RegisterRecord,
      directives: { inaccessible: {} },
      description: 'What this register says, for the comparison of registers alone (登记比对信息).',
      resolve: ({ id }, _arguments, context) => registerRecordByPerson.load(context, id),
    }),
  }),
});
