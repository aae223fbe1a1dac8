import { requiresScopes } from '../../../schema/kit/federation.ts';
import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { gridByDwelling } from '../loaders/grid-by-dwelling.ts';
import type { VisitRow } from '../loaders/visit-row.ts';
import { visitCountByDwelling, visitsByDwelling } from '../loaders/visits-by-dwelling.ts';
import { Grid } from './references.ts';
import { VisitConnection, visitPosition } from './VisitConnection.ts';

/** A dwelling by its key; the population register says where it is. */
export const Dwelling = builder.objectRef<{ readonly id: string }>('Dwelling').implement({
  description: 'A dwelling; what the centre holds (住所：治理中心登记部分).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (住所标识).' }),
    grid: t.field({
      type: Grid,
      description: 'Grid in which it lies, as far as somebody lives there (所属网格).',
      resolve: ({ id }, _args, context) => gridByDwelling.load(context, id),
    }),
    visits: t.field({
      type: VisitConnection,
      directives: requiresScopes('governance-center.visit:read'),
      description: 'Visits to it, newest first (走访记录).',
      args: pageArguments(t.arg),
      resolve: ({ id }, page, context) =>
        paginate<VisitRow>(context, {
          list: `Dwelling.visits:${id}`,
          page,
          rows: (request) => visitsByDwelling.load(context, id, request),
          positionOf: visitPosition,
          total: async () => (await visitCountByDwelling.load(context, id))?.count ?? 0,
        }),
    }),
  }),
});
