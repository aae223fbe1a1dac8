import { requiresScopes } from '../../../schema/kit/federation.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import type { CaseReference } from '../loaders/case-by-number.ts';
import type { CaseRow } from '../loaders/case-row.ts';
import { caseCountByFilter, casesByFilter } from '../loaders/cases-by-filter.ts';
import { WHOLE_LIST } from '../loaders/whole-list.ts';
import { CaseFilter } from './CaseFilter.ts';
import { Case } from './references.ts';

/** A page of cases. */
export const CaseConnection = connectionType<CaseReference>(builder, 'Case', Case);

/** Where a case stands in a list of cases, newest first. */
export const casePosition = (row: CaseReference) => [(row as CaseRow).acceptedAt, row.number];

builder.queryField('cases', (t) =>
  t.field({
    type: CaseConnection,
    directives: requiresScopes('governance-center.case:read'),
    description: 'Cases of the viewer’s areas, newest first (事件列表).',
    args: { filter: t.arg({ type: CaseFilter, description: 'Which cases (条件).' }), ...pageArguments(t.arg) },
    resolve: (_root, { filter: asked, ...page }, context) => {
      const filter = asked ?? {};
      return paginate<CaseReference>(context, {
        list: `Query.cases:${JSON.stringify(filter)}`,
        page,
        rows: (request) => casesByFilter.load(context, WHOLE_LIST, { ...request, filter }),
        positionOf: casePosition,
        total: async () => (await caseCountByFilter.load(context, WHOLE_LIST, { filter }))?.count ?? 0,
      });
    },
  }),
);
