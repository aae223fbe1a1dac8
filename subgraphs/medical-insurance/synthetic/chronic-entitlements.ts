import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { ChronicDisease } from '../../../schema/synthetic/world.ts';
import { chronicEntitlements } from '../extracts/chronic-entitlements.ts';
import { covered } from './covered.ts';

/** opsp_dise_code of the diseases of the world. */
const DISEASES: Readonly<Record<ChronicDisease['disease'], string>> = {
  HYPERTENSION: '01',
  DIABETES: '02',
  CORONARY: '03',
  COPD: '04',
  CANCER: '05',
  KIDNEY_FAILURE: '06',
  STROKE: '08',
  SCHIZOPHRENIA: '11',
};

/** The chronic diseases of the covered; the dead are entitled to nothing more. */
export const chronicEntitlementRows: SyntheticExtract = {
  layout: chronicEntitlements,
  *rows(world) {
    for (const { person, area, changed } of covered(world, chronicEntitlements.name)) {
      for (const { disease, from } of person.facts.chronicDiseases) {
        yield {
          certno: person.idNumber,
          opsp_dise_code: DISEASES[disease],
          begndate: dateCell(from, 'YYYY-MM-DD'),
          enddate: dateCell(person.endedOn, 'YYYY-MM-DD'),
          live_admdvs: area,
          updt_time: changed(person.endedOn ?? from),
        };
      }
    }
  },
};
