import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { areaByCode, fromArea } from '../loaders/area-by-code.ts';
import { areasByParent } from '../loaders/areas-by-parent.ts';
import type { GridRow } from '../loaders/grid-row.ts';
import { gridCountByArea, gridsByArea } from '../loaders/grids-by-area.ts';
import { AreaLevel } from './AreaLevel.ts';
import { GridConnection } from './GridConnection.ts';
import { GridKind } from './GridKind.ts';
import { Area } from './references.ts';

Area.implement({
  description: 'A division: district, town or village, GB/T 2260 and GB/T 10114 (行政区划).',
  directives: { key: { fields: 'code' } },
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'Code of 6, 9 or 12 digits (区划代码).' }),
    name: t.string({
      description: 'Name (区划名称).',
      resolve: fromArea(({ name }) => name),
    }),
    level: t.field({
      type: AreaLevel,
      description: 'Level (区划级别).',
      resolve: fromArea(({ level }) => level),
    }),
    parent: t.field({
      type: Area,
      description: 'What contains it, within the district (上级区划).',
      resolve: fromArea(({ parentCode }) => (parentCode ? { code: parentCode } : null)),
    }),
    children: t.field({
      type: [Area],
      description: 'What lies directly in it (下级区划).',
      resolve: async ({ code }, _args, context) => [...(await areasByParent.load(context, code))],
    }),
    grids: t.field({
      type: GridConnection,
      description: 'Today’s grids that lie in it, by code (网格).',
      args: { kind: t.arg({ type: GridKind, description: 'Of this kind only (网格类型).' }), ...pageArguments(t.arg) },
      resolve: ({ code }, { kind: asked, ...page }, context) => {
        const kind = asked ?? null;
        return paginate<GridRow>(context, {
          list: `Area.grids:${code}:${kind}`,
          page,
          rows: (request) => gridsByArea.load(context, code, { ...request, kind }),
          positionOf: (grid) => [grid.code],
          total: async () => (await gridCountByArea.load(context, code, { kind }))?.count ?? 0,
        });
      },
    }),
  }),
});

builder.queryField('area', (t) =>
  t.field({
    type: Area,
    description: 'The division of a code (按代码查区划).',
    args: { code: t.arg.string({ required: true, description: 'Code of 6, 9 or 12 digits (区划代码).' }) },
    resolve: (_root, { code }, context) => areaByCode.load(context, code),
  }),
);
