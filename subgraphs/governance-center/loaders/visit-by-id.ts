import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { VISIT_BOUNDARY, VISIT_COLUMNS, VISIT_SCOPE, type VisitRow } from './visit-row.ts';

const visits = statement<VisitRow>(
  `SELECT ${VISIT_COLUMNS} FROM household_visit v WHERE v.id = ANY($1::uuid[]) AND ${VISIT_BOUNDARY}`,
);

/** The visit of an id; under a matter only one to its households. */
export const visitById = recordLoader<VisitRow>({
  scope: VISIT_SCOPE,
  discloses: 'HouseholdVisit',
  read: (ids, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, VISIT_SCOPE);
    return database.query(visits, [ids, areas, subjects]);
  },
  keysOf: ({ id }) => id,
  subjectOf: null,
  personsOf: ({ residents }) => residents,
});
