import { requiresScopes } from '../../../schema/kit/federation.ts';
import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { disclosuresByPerson } from '../loaders/disclosures-by-person.ts';
import { personById, referenceScopes, survivorOf } from '../loaders/person-by-id.ts';
import { personByIdNumber } from '../loaders/person-by-id-number.ts';
import { DisclosureConnection } from './Disclosure.ts';

/** A person by id, which is all that the hub itself has of anybody. */
export const Person = builder.objectRef<{ readonly id: string }>('Person');

Person.implement({
  description: 'A person whom some register knows (人).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    supersededBy: t.field({
      type: Person,
      description: 'Who answers for this id since two were found to be one person (合并后的人员).',
      resolve: ({ id }, _arguments, context) => survivorOf(context, id),
    }),
    disclosures: t.field({
      type: DisclosureConnection,
      directives: requiresScopes('hub.disclosure:read', 'hub.disclosure:audit'),
      description: 'Who read this person, newest first (本人信息访问记录).',
      args: pageArguments(t.arg),
      resolve: ({ id }, page, context) => {
        const loaders = disclosuresByPerson(context);
        return paginate(context, {
          list: `Person.disclosures:${id}`,
          page,
          rows: (request) => loaders.page.load(context, id, request),
          positionOf: (entry) => [entry.at, entry.leaf],
          total: async () => (await loaders.total.load(context, id))?.total ?? 0,
        });
      },
    }),
  }),
});

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    directives: requiresScopes(...referenceScopes),
    description: 'A person by id, an older id of the same person included; each department answers for itself (人员).',
    args: { id: t.arg.id({ required: true, description: 'Id of the person (人员标识).' }) },
    resolve: (_root, { id }, context) => personById(context, id),
  }),
  personByIdNumber: t.field({
    type: Person,
    directives: requiresScopes('hub.person:lookup'),
    description:
      'The person whose document has exactly this number: resident ID of 15 or 18 digits, residence permit, foreign card or passport (按证件号码精确查找).',
    args: {
      idNumber: t.arg.string({
        required: true,
        directives: { tag: { name: 'sensitive' } },
        description: 'Document number as it stands on the document (证件号码).',
      }),
    },
    resolve: (_root, { idNumber }, context) => personByIdNumber(context, idNumber),
  }),
}));
