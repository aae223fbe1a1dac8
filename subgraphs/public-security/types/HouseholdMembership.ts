import { builder } from '../builder.ts';
import type { HouseholdMembershipRow } from '../loaders/memberships-by-person.ts';
import { FamilyRelation } from './FamilyRelation.ts';
import { Household } from './Household.ts';
import { HouseholdBasis } from './HouseholdBasis.ts';

/** One stay of a person in a household. */
export const HouseholdMembership = builder.objectRef<HouseholdMembershipRow>('HouseholdMembership').implement({
  description: 'A stay of a person in a household, from its first day to before its last (户成员变动).',
  fields: (t) => ({
    household: t.field({
      type: Household,
      description: 'The household (户).',
      resolve: ({ householdId }) => ({ id: householdId }),
    }),
    basis: t.expose('basis', {
      type: HouseholdBasis,
      nullable: false,
      description: 'Register in which the household stands (户类型).',
    }),
    relationToHead: t.expose('relation', {
      type: FamilyRelation,
      nullable: false,
      description: 'Relation to the head of the household (与户主关系).',
    }),
    from: t.expose('from', { type: 'Date', description: 'First day (起始日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day from which it was over; none while it lasts (终止日期).' }),
  }),
});
