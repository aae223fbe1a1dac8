import { externalSystems } from '../../../schema/kit/code-tables/external-systems.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { caseReferences } from '../extracts/case-references.ts';

/** The numbers that matters bear elsewhere. */
export const caseReferencesRows: SyntheticExtract = {
  layout: caseReferences,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { number, references } = world.matter(index);
      for (const reference of references) {
        yield {
          外部系统: externalSystems.labelZh(reference.system),
          外部编号: reference.number,
          事件编号: number,
          更新日期: world.asOf,
        };
      }
    }
  },
};
