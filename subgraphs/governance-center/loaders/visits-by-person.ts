import { visitPages } from './visit-pages.ts';

/** The visits to the household in which each person lives, newest first, and how many. */
export const { visits: visitsByPerson, visitCount: visitCountByPerson } = visitPages({
  discloses: 'Person.visits',
  where: 'v.household_id = (SELECT home.household_id FROM roster home WHERE home.person_id = asked.id)',
  boundary: `(v.area_code LIKE ANY($2::text[]) OR v.household_id::text = ANY($3::text[])
    OR asked.id::text = ANY($3::text[]))`,
});
