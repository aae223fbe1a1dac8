import { builder } from '../builder.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import type { CasePartyRow } from '../loaders/parties-by-case.ts';
import { CasePartyRole } from './CasePartyRole.ts';
import { Organization, Person } from './references.ts';

/** A party of a case. */
export const CaseParty = builder.objectRef<CasePartyRow>('CaseParty').implement({
  description: 'A party of a case; neither person nor organization where no number could link it (事件当事人).',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The person (当事人).',
      resolve: ({ personId }) => (personId ? { id: personId } : null),
    }),
    organization: t.field({
      type: Organization,
      description: 'The organization (单位).',
      resolve: ({ organizationCode }, _args, context) =>
        organizationCode ? organizationByCode.read(context, organizationCode) : null,
    }),
    role: t.expose('role', { type: CasePartyRole, nullable: false, description: 'What it is to the case (身份).' }),
  }),
});
