import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Family, Person } from '../../../schema/synthetic/world.ts';
import { roster } from '../extracts/roster.ts';

const OLD = 65;
const VERY_OLD = 80;
const SEVERE = 2;

/** Everybody who lives in the district, by household and grid. */
export const rosterRows: SyntheticExtract = {
  layout: roster,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      for (const { current, number, members, dwelling } of family.residentHouseholds) {
        if (!current) continue;
        for (const member of members) {
          const person = family.people[member];
          if (person?.status !== 'ALIVE' || person.residentHouseholdNumber !== number) continue;
          yield {
            证件号码: person.idNumber,
            居住户号: number,
            标准地址编码: dwelling.addressCode,
            网格编码: world.grids[dwelling.grid]?.code ?? '',
            区划代码: dwelling.areaCode,
            关爱类别: careKinds(family, member, person).join(';'),
            更新日期: world.asOf,
          };
        }
      }
    }
  },
};

function careKinds({ assistance }: Family, member: number, { age, facts }: Person): string[] {
  const hardship =
    assistance?.kind === 'EXTREME_HARDSHIP' &&
    assistance.status === 'ACTIVE' &&
    assistance.beneficiaries.includes(member);
  const reasons: readonly (readonly [string, boolean])[] = [
    ['LIVES_ALONE_ELDERLY', facts.livesAlone && age >= OLD],
    ['ADVANCED_AGE', age >= VERY_OLD],
    ['EXTREME_HARDSHIP', hardship],
    ['LEFT_BEHIND_CHILD', facts.leftBehind],
    ['ORPHAN', facts.orphan],
    ['SEVERE_DISABILITY', facts.disability !== null && facts.disability.grade <= SEVERE],
  ];
  return reasons.filter(([, applies]) => applies).map(([kind]) => kind);
}
