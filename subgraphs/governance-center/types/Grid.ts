import { shared } from '../../../schema/kit/builder.ts';
import { gridDuties } from '../../../schema/kit/code-tables/grid-duties.ts';
import { requiresScopes, resolveReference } from '../../../schema/kit/federation.ts';
import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { gridByCode } from '../loaders/grid-by-code.ts';
import { postsByGrid } from '../loaders/posts-by-grid.ts';
import type { GridReportRow } from '../loaders/report-row.ts';
import { reportCountByGrid, reportsByGrid } from '../loaders/reports-by-grid.ts';
import { GridKind } from './GridKind.ts';
import { GridPost } from './GridPost.ts';
import { GridReportConnection } from './GridReportConnection.ts';
import { GridReportFilter } from './GridReportFilter.ts';
import { Area, Grid } from './references.ts';

Grid.implement({
  description: 'A grid: about 125 people of a village or community (网格).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('code', { nullable: false, description: 'Key: the grid’s code (网格标识).' }),
    code: t.exposeString('code', { nullable: false, description: 'Code (网格编码).' }),
    name: t.exposeString('name', { nullable: false, description: 'Name (网格名称).' }),
    kind: t.expose('kind', { type: GridKind, nullable: false, description: 'Kind (网格类型).' }),
    area: t.field({
      type: Area,
      nullable: false,
      description: 'Village or community (所属村社).',
      resolve: ({ areaCode }) => ({ code: areaCode }),
    }),
    posts: t.field({
      type: [GridPost],
      nullable: false,
      description: 'Its posts, filled or vacant (岗位).',
      resolve: async ({ code }, _args, context) => [...(await postsByGrid.load(context, code))],
    }),
    duties: t.field({
      type: [shared(builder).code()],
      nullable: false,
      description: 'Its list of responsibilities (职责清单).',
      resolve: ({ duties }) => duties.map((duty) => gridDuties.codeOf(duty)),
    }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: false, description: 'Drawn on (启用日期).' }),
    validTo: t.expose('validTo', { type: 'Date', description: 'Given up on (停用日期).' }),
    reports: t.field({
      type: GridReportConnection,
      directives: requiresScopes('governance-center.report:read'),
      description: 'What its workers reported, newest first (网格上报).',
      args: {
        filter: t.arg({ type: GridReportFilter, description: 'Which reports (条件).' }),
        ...pageArguments(t.arg),
      },
      resolve: ({ code }, { filter: asked, ...page }, context) => {
        const filter = asked ?? {};
        return paginate<GridReportRow>(context, {
          list: `Grid.reports:${code}:${JSON.stringify(filter)}`,
          page,
          rows: (request) => reportsByGrid.load(context, code, { ...request, filter }),
          positionOf: ({ at, id }) => [at, id],
          total: async () => (await reportCountByGrid.load(context, code, { filter }))?.count ?? 0,
        });
      },
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'Grid', ({ id }, context) => gridByCode.read(context, id));

builder.queryField('grid', (t) =>
  t.field({
    type: Grid,
    description: 'The grid of a key (查网格).',
    args: { id: t.arg.id({ required: true, description: 'Key of the grid (网格标识).' }) },
    resolve: (_root, { id }, context) => gridByCode.read(context, id),
  }),
);
