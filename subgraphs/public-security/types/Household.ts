import { shared } from '../../../schema/kit/builder.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { requiresScopes } from '../../../schema/kit/federation.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { type HouseholdRow, householdById } from '../loaders/household-by-id.ts';
import { householdCountByArea, householdsByArea } from '../loaders/households-by-area.ts';
import { membersByHousehold } from '../loaders/members-by-household.ts';
import { Area } from './Area.ts';
import { Dwelling } from './Dwelling.ts';
import { HouseholdBasis } from './HouseholdBasis.ts';
import { HouseholdMember } from './HouseholdMember.ts';
import { Person } from './Person.ts';

/** A household by id. The key costs nothing: all but the members rides on one read of the register. */
export const Household = builder.objectRef<{ readonly id: string }>('Household');

const directives = requiresScopes('public-security.person:read');

/** A field of the household's record; null where the register shows the viewer no such household. */
const recorded =
  <Value>(valueOf: (household: HouseholdRow, context: SubgraphContext) => Value | Promise<Value>) =>
  async ({ id }: { readonly id: string }, _arguments: object, context: SubgraphContext): Promise<Value | null> => {
    const household = await householdById.load(context, id);
    return household && valueOf(household, context);
  };

Household.implement({
  description: 'A household of the hukou register or of those who live together (户).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    basis: t.field({
      type: HouseholdBasis,
      directives,
      description: 'Register in which it stands (户类型).',
      resolve: recorded(({ basis }) => basis),
    }),
    head: t.field({
      type: Person,
      directives,
      description: 'Head of the household (户主).',
      resolve: recorded(({ headPersonId }) => (headPersonId === null ? null : { id: headPersonId })),
    }),
    members: t.field({
      type: [HouseholdMember],
      directives,
      description: 'Its members, the head first (户成员).',
      args: { asOf: t.arg({ type: 'Date', description: 'Day to look at, today unless told (时点).' }) },
      resolve: ({ id }, { asOf }, context) => membersByHousehold.load(context, id, { asOf: asOf ?? null }),
    }),
    size: t.int({
      directives,
      description: 'How many belong to it today (户内人数).',
      resolve: recorded(({ size }) => size),
    }),
    dwelling: t.field({
      type: Dwelling,
      directives,
      description: 'Where it has its place (住房).',
      resolve: recorded(({ dwellingId }) => (dwellingId === null ? null : { id: dwellingId })),
    }),
    area: t.field({
      type: Area,
      directives,
      description: 'Village or community in which it stands (所在区划).',
      resolve: recorded(({ areaCode }) => ({ code: areaCode })),
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      directives,
      description: 'Where the record comes from (数据来源).',
      resolve: recorded(({ batchId }, context) => sourceOfBatch(context, batchId)),
    }),
  }),
});

const HouseholdConnection = connectionType(builder, 'Household', Household);

builder.queryField('householdsOf', (t) =>
  t.field({
    type: HouseholdConnection,
    directives: requiresScopes('governance-center.visit:write'),
    description: 'The households lived in of one village or community: a grid worker’s own round (走访户清单).',
    args: {
      areaCode: t.arg.string({ required: true, description: 'Village or community, 12 digits (村、社区代码).' }),
      ...pageArguments(t.arg),
    },
    resolve: (_root, { areaCode, ...page }, context) =>
      paginate(context, {
        list: `Query.householdsOf:${areaCode}`,
        page,
        rows: (request) => householdsByArea.load(context, areaCode, request),
        positionOf: ({ id }) => [id],
        total: async () => (await householdCountByArea.load(context, areaCode))?.total ?? 0,
      }),
  }),
);
