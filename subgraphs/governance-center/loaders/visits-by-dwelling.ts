import { visitPages } from './visit-pages.ts';

/**
 * The visits to each dwelling, newest first, and how many. A matter concerns households, not dwellings: under one the
 * visits to its households answer, and no others.
 */
export const { visits: visitsByDwelling, visitCount: visitCountByDwelling } = visitPages({
  discloses: 'Dwelling.visits',
  where: 'v.dwelling_id = asked.id',
  subjectOf: null,
});
