import { builder } from '../builder.ts';
import type { HouseholdMemberRow } from '../loaders/members-by-household.ts';
import { FamilyRelation } from './FamilyRelation.ts';
import { Person } from './Person.ts';

/** Somebody who belongs to a household on the day asked for. */
export const HouseholdMember = builder.objectRef<HouseholdMemberRow>('HouseholdMember').implement({
  description: 'A member of a household (户成员).',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who it is (成员).',
      resolve: ({ personId }) => ({ id: personId }),
    }),
    relationToHead: t.expose('relation', {
      type: FamilyRelation,
      nullable: false,
      description: 'Relation to the head of the household (与户主关系).',
    }),
    since: t.expose('since', { type: 'Date', description: 'First day of membership (起始日期).' }),
  }),
});
