import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { incidentHandovers } from '../extracts/incident-handovers.ts';

/** The list of what was handed to the centre, on the day on which the matter was accepted there. */
export const incidentHandoversRows: SyntheticExtract = {
  layout: incidentHandovers,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { incident, number, acceptedAt } = world.matter(index);
      if (!incident) continue;
      yield {
        治理中心事项编号: number,
        接警编号: incident.number,
        移交时间: dateTimeCell(acceptedAt, 'YYYYMMDDHHmmss'),
      };
    }
  },
};
