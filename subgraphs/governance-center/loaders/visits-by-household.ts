import { visitPages } from './visit-pages.ts';

/** The visits to each household, newest first, and how many. */
export const { visits: visitsByHousehold, visitCount: visitCountByHousehold } = visitPages({
  discloses: 'Household.visits',
  where: 'v.household_id = asked.id',
});
