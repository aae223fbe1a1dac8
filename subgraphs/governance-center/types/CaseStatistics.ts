import { shared } from '../../../schema/kit/builder.ts';
import { addDays, startOfDay } from '../../../schema/kit/calendar/day.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { caseStatistics } from '../loaders/case-statistics.ts';
import { openAtDayEnd } from '../loaders/open-at-day-end.ts';
import { organizationAssessment } from '../loaders/organization-assessment.ts';
import { WHOLE_LIST } from '../loaders/whole-list.ts';
import { CaseDimension } from './CaseDimension.ts';
import { CaseFilter } from './CaseFilter.ts';
import { PeriodInput } from './PeriodInput.ts';

const directives = countsRegister('governance-center.case:statistics');

builder.queryFields((t) => ({
  caseStatistics: t.field({
    type: shared(builder).statisticTable(),
    directives,
    description: 'Figures of cases: taken in, resolved, at the source, satisfied, overdue, median days (事件统计).',
    args: {
      filter: t.arg({ type: CaseFilter, description: 'Which cases; the list shows the same (条件).' }),
      groupBy: t.arg({ type: [CaseDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) => caseStatistics(context, filter ?? {}, groupBy),
  }),
  organizationAssessment: t.field({
    type: shared(builder).statisticTable(),
    directives,
    description: 'On time, returned, supervised, satisfied, by organization (督导考核).',
    args: {
      period: t.arg({
        type: PeriodInput,
        required: true,
        description: 'Days on which cases were taken in (受理时段).',
      }),
      areaCode: t.arg.string({ description: 'Area and all that lies in it (区划代码).' }),
    },
    resolve: (_root, { period, areaCode }, context) => organizationAssessment(context, period, areaCode),
  }),
  openAtDayEnd: t.int({
    directives,
    description: 'Cases still open at the end of a day (日清日结).',
    args: {
      date: t.arg({ type: 'Date', required: true, description: 'Day, China time (日期).' }),
      areaCode: t.arg.string({ description: 'Area and all that lies in it (区划代码).' }),
    },
    resolve: async (_root, { date, areaCode = null }, context) => {
      const dayEnd = startOfDay(addDays(date, 1));
      return (await openAtDayEnd.load(context, WHOLE_LIST, { dayEnd, areaCode }))?.count;
    },
  }),
}));
