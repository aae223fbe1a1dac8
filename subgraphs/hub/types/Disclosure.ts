import { requiresScopes } from '../../../schema/kit/federation.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { countDisclosures, type DisclosureRow, readDisclosures } from '../loaders/disclosures.ts';
import { purposeAt } from '../loaders/purpose-at.ts';
import { Person } from './Person.ts';
import { Purpose } from './Purpose.ts';

const Disclosure = builder.objectRef<DisclosureRow>('Disclosure').implement({
  description: 'One read of personal data: who, why, whom and what (信息披露记录).',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id of the entry (记录标识).' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When (时间).' }),
    requestId: t.exposeID('requestId', { nullable: false, description: 'Id of the request (请求标识).' }),
    client: t.exposeString('client', { nullable: false, description: 'System that asked (应用系统).' }),
    user: t.exposeString('userName', { description: 'User who asked (用户).' }),
    organization: t.exposeString('organization', { description: 'Organization of the user (所属机构).' }),
    department: t.exposeString('department', { nullable: false, description: 'Whose register was read (责任部门).' }),
    purpose: t.field({
      type: Purpose,
      nullable: false,
      description: 'Stated purpose, as it stood then (用途).',
      resolve: async ({ purpose, at }, _arguments, context) => {
        const known = await purposeAt(context, purpose, at);
        if (!known) throw new Error(`Expected the purpose ${purpose} of an entry among the versions of purposes.`);
        return known;
      },
    }),
    caseNumber: t.exposeString('caseNumber', { description: 'Matter in hand (事项编号).' }),
    persons: t.field({
      type: [Person],
      nullable: false,
      description: 'Who was read (被查询人员).',
      resolve: ({ persons }, _arguments, context) => {
        context.disclose('Disclosure.persons', persons);
        return persons.map((id) => ({ id }));
      },
    }),
    fields: t.stringList({
      nullable: false,
      description: 'What was read, such as Person.marriages (字段).',
      resolve: ({ fields }) => [...fields],
    }),
    breakGlass: t.exposeBoolean('breakGlass', { nullable: false, description: 'Opened in an emergency (紧急调阅).' }),
  }),
});

/** A page of the log. */
export const DisclosureConnection = connectionType(builder, 'Disclosure', Disclosure);

builder.queryField('disclosures', (t) =>
  t.field({
    type: DisclosureConnection,
    directives: requiresScopes('hub.disclosure:audit', 'hub.disclosure:department'),
    description: 'Who read what, newest first; a department sees the reads of its own register (披露记录).',
    args: {
      department: t.arg.string({ description: 'Whose register was read (责任部门).' }),
      client: t.arg.string({ description: 'System that asked (应用系统).' }),
      purpose: t.arg.string({ description: 'Code of the purpose (用途代码).' }),
      breakGlass: t.arg.boolean({ description: 'Opened in an emergency, or not (紧急调阅).' }),
      from: t.arg({ type: 'DateTime', description: 'From, included (起).' }),
      to: t.arg({ type: 'DateTime', description: 'To, excluded (止).' }),
      ...pageArguments(t.arg),
    },
    resolve: (_root, { first, after, ...filter }, context) =>
      paginate(context, {
        list: `disclosures:${JSON.stringify([filter.department, filter.client, filter.purpose, filter.breakGlass, filter.from, filter.to])}`,
        page: { first, after },
        rows: (request) => readDisclosures(context, filter, request),
        positionOf: (entry) => [entry.at, entry.leaf],
        total: () => countDisclosures(context, filter),
      }),
  }),
);
