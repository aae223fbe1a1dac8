import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { mediationBoundary } from './mediation-boundary.ts';
import { perMediationScope } from './mediation-scopes.ts';
import { type MediatorRow, mediatorColumns, withMediatorOrganization } from './mediator-record.ts';
import { visibleMediation } from './visible-mediation.ts';

interface MediatorOfMediation extends MediatorRow {
  readonly mediationNumber: string;
}

const mediators = statement<MediatorOfMediation>(`
  SELECT a.mediation_number AS "mediationNumber", ${mediatorColumns}
  FROM mediation_assignment a
  JOIN mediation m ON m.number = a.mediation_number
  JOIN mediator d ON d.number = a.mediator_number
  ${withMediatorOrganization}
  WHERE a.mediation_number = ANY($1::text[]) AND ${visibleMediation}
  ORDER BY a.mediation_number, d.number`);

/** The mediators of each mediation, by its number, in one statement a batch. */
export const mediatorsByMediation = perMediationScope((scope) =>
  listLoader<MediatorOfMediation>({
    scope,
    discloses: null,
    subjectOf: null,
    read: (numbers, { database, context }) => {
      const { areas, subjects } = mediationBoundary(context, scope);
      return database.query(mediators, [numbers, areas, subjects]);
    },
    keysOf: ({ mediationNumber }) => mediationNumber,
  }),
);
