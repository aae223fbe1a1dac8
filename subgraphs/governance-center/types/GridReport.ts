import { shared } from '../../../schema/kit/builder.ts';
import { gridReportItems } from '../../../schema/kit/code-tables/grid-report-items.ts';
import { requiresScopes, resolveReference } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { gridByCode } from '../loaders/grid-by-code.ts';
import { reportById } from '../loaders/report-by-id.ts';
import { summaryByReport, summaryKey } from '../loaders/summary-by-report.ts';
import { Case, Grid, GridReport } from './references.ts';

GridReport.implement({
  description: 'Something that a grid worker must report (网格八必报).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (上报标识).' }),
    item: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Which of the eight items (上报事项).',
      resolve: ({ item }) => gridReportItems.codeOf(item),
    }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When (上报时间).' }),
    grid: t.field({
      type: Grid,
      nullable: false,
      description: 'Where (所属网格).',
      resolve: async ({ gridCode }, _args, context) => {
        const grid = await gridByCode.load(context, gridCode);
        if (!grid) throw new Error(`Expected grid ${gridCode} of a report to be in the register.`);
        return grid;
      },
    }),
    summary: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'In words, which may name people (上报内容).',
      resolve: async (report, _args, context) => (await summaryByReport.load(context, summaryKey(report)))?.summary,
    }),
    urgent: t.exposeBoolean('urgent', { nullable: false, description: 'Urgent (是否紧急).' }),
    onTime: t.exposeBoolean('onTime', { nullable: false, description: 'Reported in time (是否及时).' }),
    case: t.field({
      type: Case,
      description: 'The case that came of it (转成的事件).',
      resolve: ({ caseNumber }) => (caseNumber ? { number: caseNumber } : null),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'GridReport', ({ id }, context) => reportById.load(context, id));
