import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

interface OpenMediationCount {
  readonly mediatorNumber: string;
  readonly count: number;
}

const counts = statement<OpenMediationCount>(`
  SELECT a.mediator_number AS "mediatorNumber", count(*)::int AS count
  FROM mediation_assignment a JOIN mediation m ON m.number = a.mediation_number
  WHERE a.mediator_number = ANY($1::text[]) AND m.status IN ('ACCEPTED', 'IN_PROGRESS')
    AND m.area_code LIKE ANY($2::text[])
  GROUP BY a.mediator_number`);

/** How many mediations within the viewer's areas each mediator has in hand, by the mediator's number; null for none. */
export const openMediationCountByMediator = recordLoader<OpenMediationCount>({
  scope: null,
  discloses: null,
  read: (numbers, { database, areas }) => database.query(counts, [numbers, areas]),
  keysOf: ({ mediatorNumber }) => mediatorNumber,
});
