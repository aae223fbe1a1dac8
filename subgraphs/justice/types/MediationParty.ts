import { builder } from '../builder.ts';
import type { MediationPartyRow } from '../loaders/parties-by-mediation.ts';
import { Person } from './Person.ts';

const MediationPartyRole = builder.enumType('MediationPartyRole', {
  description: 'On which side a party stands (当事人地位).',
  values: {
    APPLICANT: { description: 'Asked for the mediation (申请人).' },
    RESPONDENT: { description: 'The other side (被申请人).' },
  } as const,
});

/** A party of a mediation. */
export const MediationParty = builder.objectRef<MediationPartyRow>('MediationParty').implement({
  description: 'A party of a mediation (调解当事人).',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who it is; null for an organization and for a party that could not be linked (当事人).',
      resolve: ({ personId }) => (personId === null ? null : { id: personId }),
    }),
    role: t.expose('role', { type: MediationPartyRole, nullable: false, description: 'On which side (地位).' }),
  }),
});
