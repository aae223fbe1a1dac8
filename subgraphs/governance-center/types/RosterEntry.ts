import { requiresScopes } from '../../../schema/kit/federation.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { gridByCode } from '../loaders/grid-by-code.ts';
import { type RosterRow, rosterByKind, rosterCountByKind } from '../loaders/roster-by-kind.ts';
import { WHOLE_LIST } from '../loaders/whole-list.ts';
import { CareKind } from './CareKind.ts';
import { Grid, Person } from './references.ts';

/** Somebody to look in on. */
export const RosterEntry = builder.objectRef<RosterRow>('RosterEntry').implement({
  description: 'Somebody on the grid workers’ visiting roster, for one reason (走访名册条目).',
  fields: (t) => ({
    person: t.field({
      type: Person,
      nullable: false,
      description: 'Whom to visit (走访对象).',
      resolve: ({ personId }) => ({ id: personId }),
    }),
    kind: t.expose('kind', { type: CareKind, nullable: false, description: 'Why (关爱类别).' }),
    grid: t.field({
      type: Grid,
      nullable: false,
      description: 'Grid of the household (所属网格).',
      resolve: async ({ gridCode }, _args, context) => {
        const grid = await gridByCode.load(context, gridCode);
        if (!grid) throw new Error(`Expected grid ${gridCode} of the roster to be in the register.`);
        return grid;
      },
    }),
    lastVisitAt: t.expose('lastVisitAt', { type: 'DateTime', description: 'Last visit there (最近走访时间).' }),
  }),
});

const RosterConnection = connectionType(builder, 'Roster', RosterEntry);

builder.queryField('roster', (t) =>
  t.field({
    type: RosterConnection,
    directives: requiresScopes('governance-center.visit:read'),
    description: 'The grid workers’ visiting roster within the viewer’s areas (网格走访名册).',
    args: {
      kind: t.arg({ type: CareKind, description: 'For this reason only (关爱类别).' }),
      areaCode: t.arg.string({ description: 'Area and all that lies in it (区划代码).' }),
      notVisitedForDays: t.arg.int({ description: 'Only households without a visit for so many days (未走访天数).' }),
      ...pageArguments(t.arg),
    },
    resolve: (_root, { kind = null, areaCode = null, notVisitedForDays = null, ...page }, context) => {
      const asked = { kind, areaCode, notVisitedForDays };
      return paginate<RosterRow>(context, {
        list: `Query.roster:${JSON.stringify(asked)}`,
        page,
        rows: (request) => rosterByKind.load(context, WHOLE_LIST, { ...request, ...asked }),
        positionOf: (entry) => [entry.personId, entry.kind],
        total: async () => (await rosterCountByKind.load(context, WHOLE_LIST, asked))?.count ?? 0,
      });
    },
  }),
);
