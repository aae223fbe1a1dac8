import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { MatterParty, World } from '../../../schema/synthetic/world.ts';
import { caseParties } from '../extracts/case-parties.ts';
import { casePartyRoles } from '../extracts/codes/case-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';

const roles = rawCode(casePartyRoles);

/** The parties of every matter; one without a number is nobody that could be linked. */
export const casePartiesRows: SyntheticExtract = {
  layout: caseParties,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { number, parties } = world.matter(index);
      for (const [position, party] of parties.entries()) {
        yield {
          事件编号: number,
          当事人序号: String(position + 1),
          当事人身份: roles(party.role),
          ...whoCells(world, party),
          更新日期: world.asOf,
        };
      }
    }
  },
};

function whoCells(world: World, { person, organization }: MatterParty) {
  const body = organization?.register === 'organization' ? world.organizations[organization.index] : undefined;
  const employer = organization?.register === 'employer' ? world.employers[organization.index] : undefined;
  return {
    证件号码: person ? (world.family(person.family).people[person.person]?.idNumber ?? '') : '',
    单位编码: body?.code ?? '',
    统一社会信用代码: employer?.creditCode ?? body?.creditCode ?? '',
  };
}
