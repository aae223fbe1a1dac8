import { requiresScopes } from '../../../schema/kit/federation.ts';
import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { gridByHousehold } from '../loaders/grid-by-household.ts';
import type { VisitRow } from '../loaders/visit-row.ts';
import { visitCountByHousehold, visitsByHousehold } from '../loaders/visits-by-household.ts';
import { Grid, Household } from './references.ts';
import { VisitConnection, visitPosition } from './VisitConnection.ts';

Household.implement({
  description: 'A household; what the centre holds (家庭户：治理中心登记部分).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (家庭户标识).' }),
    grid: t.field({
      type: Grid,
      description: 'Grid in which it lives (所属网格).',
      resolve: ({ id }, _args, context) => gridByHousehold.load(context, id),
    }),
    visits: t.field({
      type: VisitConnection,
      directives: requiresScopes('governance-center.visit:read'),
      description: 'Visits to it, newest first (走访记录).',
      args: pageArguments(t.arg),
      resolve: ({ id }, page, context) =>
        paginate<VisitRow>(context, {
          list: `Household.visits:${id}`,
          page,
          rows: (request) => visitsByHousehold.load(context, id, request),
          positionOf: visitPosition,
          total: async () => (await visitCountByHousehold.load(context, id))?.count ?? 0,
        }),
    }),
  }),
});
