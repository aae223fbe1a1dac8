import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { mediationAssignments } from '../extracts/mediation-assignments.ts';
import { allMediations } from './all-mediations.ts';

/** Which mediators handle every mediation. */
export const mediationAssignmentRows: SyntheticExtract = {
  layout: mediationAssignments,
  *rows(world) {
    for (const { number, mediators } of allMediations(world)) {
      for (const index of new Set(mediators)) {
        const mediator = world.mediators[index];
        if (mediator) yield { 调解编号: number, 调解员编号: mediator.code };
      }
    }
  },
};
