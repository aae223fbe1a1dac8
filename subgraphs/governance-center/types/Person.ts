import { requiresScopes } from '../../../schema/kit/federation.ts';
import { pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { missingScope, outsideMatter } from '../../../schema/kit/refusals.ts';
import type { CaseReference } from '../loaders/case-by-number.ts';
import { caseCountByPerson, casesByPerson } from '../loaders/cases-by-person.ts';
import { openCasesByPerson } from '../loaders/open-cases-by-person.ts';
import type { VisitRow } from '../loaders/visit-row.ts';
import { visitCountByPerson, visitsByPerson } from '../loaders/visits-by-person.ts';
import { CaseConnection, casePosition } from './CaseConnection.ts';
import { CaseFilter } from './CaseFilter.ts';
import { Discrepancy, discrepanciesOf } from './Discrepancy.ts';
import { COMPARED, RegisterRecord } from './RegisterRecord.ts';
import { Case, Person } from './references.ts';
import { VisitConnection, visitPosition } from './VisitConnection.ts';

const QUALITY = 'hub.data-quality:read';
const records = Object.values(COMPARED);

Person.implement({
  description: 'A person; what the centre holds (人员：治理中心登记部分).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (人员标识).' }),
    openCases: t.field({
      type: [Case],
      directives: requiresScopes('governance-center.case:read'),
      description: 'Cases that still go on: whether a matter is registered already (在办事件).',
      resolve: async ({ id }, _args, context) => [...(await openCasesByPerson.load(context, id))],
    }),
    cases: t.field({
      type: CaseConnection,
      directives: requiresScopes('governance-center.case:history'),
      description: 'Cases the person is or was party to, newest first (历史事件).',
      args: { filter: t.arg({ type: CaseFilter, description: 'Which cases (条件).' }), ...pageArguments(t.arg) },
      resolve: ({ id }, { filter: asked, ...page }, context) => {
        const filter = asked ?? {};
        return paginate<CaseReference>(context, {
          list: `Person.cases:${id}:${JSON.stringify(filter)}`,
          page,
          rows: (request) => casesByPerson.load(context, id, { ...request, filter }),
          positionOf: casePosition,
          total: async () => (await caseCountByPerson.load(context, id, { filter }))?.count ?? 0,
        });
      },
    }),
    visits: t.field({
      type: VisitConnection,
      directives: requiresScopes('governance-center.visit:read'),
      description: 'Visits to the household in which the person lives, newest first (走访记录).',
      args: pageArguments(t.arg),
      resolve: ({ id }, page, context) =>
        paginate<VisitRow>(context, {
          list: `Person.visits:${id}`,
          page,
          rows: (request) => visitsByPerson.load(context, id, request),
          positionOf: visitPosition,
          total: async () => (await visitCountByPerson.load(context, id))?.count ?? 0,
        }),
    }),
    publicSecurityRecord: t.expose('publicSecurityRecord', {
      type: RegisterRecord,
      directives: { external: {} },
      description: 'The population register’s record (人口库登记).',
    }),
    civilAffairsRecord: t.expose('civilAffairsRecord', {
      type: RegisterRecord,
      directives: { external: {} },
      description: 'Civil affairs’ record (民政登记).',
    }),
    socialInsuranceRecord: t.expose('socialInsuranceRecord', {
      type: RegisterRecord,
      directives: { external: {} },
      description: 'Social insurance’s record (社保登记).',
    }),
    medicalInsuranceRecord: t.expose('medicalInsuranceRecord', {
      type: RegisterRecord,
      directives: { external: {} },
      description: 'Medical insurance’s record (医保登记).',
    }),
    discrepancies: t.field({
      type: [Discrepancy],
      directives: {
        ...requiresScopes(QUALITY),
        requires: { fields: records.map((field) => `${field} { name sex birthDate }`).join(' ') },
      },
      description: 'What registers disagree on: who agrees with whom, never the values (数据不一致).',
      resolve: (person, _args, context) => {
        const reach = context.reach(QUALITY);
        if (reach === 'nothing') throw missingScope(QUALITY);
        if (reach === 'matter' && !context.isMatterSubject(person.id)) throw outsideMatter(QUALITY);
        context.disclose('Person.discrepancies', [person.id]);
        return discrepanciesOf(person);
      },
    }),
  }),
});
