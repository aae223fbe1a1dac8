import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { dispatchStatistics } from '../loaders/dispatch-statistics.ts';
import { DispatchDimension } from './DispatchDimension.ts';

builder.queryField('dispatchStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('governance-center.case:statistics'),
    description: 'Shares within 1, 3 and 10 minutes, 50th and 95th percentiles (指令统计).',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Issued at or after (下达时间起，含).' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Issued before (下达时间止，不含).' }),
      groupBy: t.arg({ type: [DispatchDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { from, to, groupBy }, context) => dispatchStatistics(context, { from, to }, groupBy),
  }),
);
