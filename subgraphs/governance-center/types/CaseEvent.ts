import { shared } from '../../../schema/kit/builder.ts';
import { legalGrounds } from '../../../schema/kit/code-tables/legal-grounds.ts';
import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import type { CaseEventRow } from '../loaders/events-by-case.ts';
import { notesByCase } from '../loaders/notes-by-case.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import { CaseEventKind } from './CaseEventKind.ts';
import { CaseStatus } from './CaseStatus.ts';
import { Organization } from './references.ts';

/** A step in the life of a case; steps are only ever added. */
export const CaseEvent = builder.objectRef<CaseEventRow>('CaseEvent').implement({
  description: 'A step in the life of a case (事件流转记录).',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (流转标识).' }),
    kind: t.expose('kind', { type: CaseEventKind, nullable: false, description: 'What was done (流转动作).' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When (流转时间).' }),
    by: t.exposeString('by', { nullable: false, description: 'Officer who did it (经办人).' }),
    organization: t.field({
      type: Organization,
      description: 'Organization that did it (经办单位).',
      resolve: ({ organizationCode }, _args, context) =>
        organizationCode ? organizationByCode.read(context, organizationCode) : null,
    }),
    from: t.expose('fromStatus', { type: CaseStatus, description: 'Where the case stood before (原状态).' }),
    to: t.expose('toStatus', { type: CaseStatus, description: 'Where it stands since (新状态).' }),
    legalGround: t.field({
      type: shared(builder).code(),
      description: 'Ground in law (法律依据).',
      resolve: ({ legalGround }) => (legalGround ? legalGrounds.codeOf(legalGround) : null),
    }),
    note: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'What was noted, which may name people (流转意见).',
      resolve: async ({ id, caseNumber }, _args, context) =>
        (await notesByCase.load(context, caseNumber)).find(({ eventId }) => eventId === id)?.note,
    }),
  }),
});
