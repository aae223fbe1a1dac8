import { requiresScopes, resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { builder } from '../builder.ts';
import { findingsByVisit, findingsKey } from '../loaders/findings-by-visit.ts';
import { teamByCode } from '../loaders/team-by-code.ts';
import { visitById } from '../loaders/visit-by-id.ts';
import { VISIT_SCOPE } from '../loaders/visit-row.ts';
import { Case, Household, HouseholdVisit } from './references.ts';
import { VisitTeam } from './VisitTeam.ts';

HouseholdVisit.implement({
  description: 'A visit to a household (走访).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (走访标识).' }),
    household: t.field({
      type: Household,
      description: 'The household visited (被走访户).',
      resolve: ({ householdId }) => ({ id: householdId }),
    }),
    team: t.field({
      type: VisitTeam,
      nullable: false,
      description: 'The 5+1 team that came (走访小组).',
      resolve: async ({ teamCode }, _args, context) => {
        const team = await teamByCode.load(context, teamCode);
        if (!team) throw new Error(`Expected team ${teamCode} of a visit to be in the register.`);
        return team;
      },
    }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When (走访时间).' }),
    findings: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'What was found, in words that may name people (走访发现).',
      resolve: async (visit, _args, context) => (await findingsByVisit.load(context, findingsKey(visit)))?.findings,
    }),
    cases: t.field({
      type: [Case],
      nullable: false,
      description: 'Matters passed on as cases (移交事件).',
      resolve: ({ caseNumbers }) => caseNumbers.map((number) => ({ number })),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'HouseholdVisit', async ({ id }, context) =>
  foundWithinMatter(context, VISIT_SCOPE, await visitById.load(context, id)),
);
