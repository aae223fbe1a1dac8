import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { mediationParties } from '../extracts/mediation-parties.ts';
import { allMediations } from './all-mediations.ts';

const ROLES = { APPLICANT: '申请人', RESPONDENT: '被申请人' };

/** The parties of every mediation; organizations and people without a number have an empty number. */
export const mediationPartyRows: SyntheticExtract = {
  layout: mediationParties,
  *rows(world) {
    for (const { number, parties } of allMediations(world)) {
      for (const [index, { role, person }] of parties.entries()) {
        yield {
          调解编号: number,
          当事人序号: String(index + 1),
          当事人地位: ROLES[role],
          当事人证件号码: person ? (world.family(person.family).people[person.person]?.idNumber ?? '') : '',
        };
      }
    }
  },
};
