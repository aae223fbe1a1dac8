import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { allowancesByPerson } from '../loaders/allowances-by-person.ts';
import { careTagsByPerson } from '../loaders/care-tags-by-person.ts';
import { marriagesByPerson } from '../loaders/marriages-by-person.ts';
import { serviceRecipientByPerson } from '../loaders/service-recipient-by-person.ts';
import { socialAssistanceByPerson } from '../loaders/social-assistance-by-person.ts';
import { Allowance } from './Allowance.ts';
import { CareTag } from './CareTag.ts';
import { Marriage } from './Marriage.ts';
import { RegisterRecord } from './RegisterRecord.ts';
import { SocialAssistance } from './SocialAssistance.ts';

/** A person by the hub's id; the key alone is the record here. */
export const Person = builder.objectRef<{ readonly id: string }>('Person');

Person.implement({
  description: 'A person, as the civil-affairs bureau knows them (人员).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (人员标识).' }),
    marriages: t.field({
      type: [Marriage],
      description: 'Marriages, newest first (婚姻登记).',
      directives: requiresScopes('civil-affairs.marriage:read'),
      resolve: async ({ id }, _, context) => [...(await marriagesByPerson.load(context, id))],
    }),
    careTags: t.field({
      type: [CareTag],
      description: 'Groups of people in care to which the person belongs or belonged, newest first (关爱标签).',
      directives: requiresScopes('civil-affairs.care:read'),
      resolve: async ({ id }, _, context) => [...(await careTagsByPerson.load(context, id))],
    }),
    allowances: t.field({
      type: [Allowance],
      description: 'Allowances, newest first (津贴补贴).',
      directives: requiresScopes('civil-affairs.assistance:read'),
      resolve: async ({ id }, _, context) => [...(await allowancesByPerson.load(context, id))],
    }),
    socialAssistance: t.field({
      type: [SocialAssistance],
      description: 'Assistance of which the person is a beneficiary, newest first (社会救助).',
      directives: requiresScopes('civil-affairs.assistance:read'),
      resolve: async ({ id }, _, context) => [...(await socialAssistanceByPerson.load(context, id))],
    }),
    civilAffairsRecord: t.field({
      type: RegisterRecord,
      description: 'What this register says of the person, for comparing registers alone (民政登记信息).',
      directives: { inaccessible: {} },
      resolve: ({ id }, _, context) => serviceRecipientByPerson.load(context, id),
    }),
  }),
});
