import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { assistanceBeneficiaries } from '../extracts/assistance-beneficiaries.ts';

/** The members of every assisted family that a household is known for. */
export const assistanceBeneficiaryRows: SyntheticExtract = {
  layout: assistanceBeneficiaries,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const { assistance, people } = world.family(index);
      if (!assistance?.householdNumber) continue;
      for (const [ordinal, beneficiary] of assistance.beneficiaries.entries()) {
        yield {
          救助证号: assistance.number,
          成员序号: String(ordinal + 1),
          成员身份证件号: people[beneficiary]?.idNumber ?? '',
        };
      }
    }
  },
};
