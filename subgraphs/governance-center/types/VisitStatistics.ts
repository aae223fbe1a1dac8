import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { visitStatistics } from '../loaders/visit-statistics.ts';

builder.queryField('visitStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('governance-center.case:statistics'),
    description: 'Households visited and matters passed on (走访统计).',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Visited at or after (走访时间起，含).' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Visited before (走访时间止，不含).' }),
      areaCode: t.arg.string({ description: 'Area and all that lies in it (区划代码).' }),
    },
    resolve: (_root, { from, to, areaCode }, context) => visitStatistics(context, { from, to }, areaCode),
  }),
);
