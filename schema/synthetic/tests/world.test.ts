import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../kit/identity-numbers/credit-code.ts';
import { readIdentityNumber } from '../../kit/identity-numbers/identity-number.ts';
import { createWorld, type Family, type World } from '../world.ts';

const world = createWorld({ scale: 0.02, seed: 7 });

function* families(of: World, count = of.families): Generator<Family> {
  for (let index = 0; index < count; index++) yield of.family(index);
}

describe('createWorld', () => {
  it('tells the same story again, in any order', () => {
    const again = createWorld({ scale: 0.02, seed: 7 });
    for (const index of [3000, 5, 77, 1234]) expect(again.family(index)).toEqual(world.family(index));
    for (const index of [479, 0, 200]) expect(again.matter(index)).toEqual(world.matter(index));
    for (const index of [9, 400]) expect(again.visit(index)).toEqual(world.visit(index));
    expect(createWorld({ scale: 0.02, seed: 8 }).family(5)).not.toEqual(world.family(5));
  });

  it('gives no ID number twice over 30,000 families, each valid, of an impossible division and the right day and sex', () => {
    const large = createWorld({ scale: 0.2, seed: 3 });
    const seen = new Set<string>();
    for (const { people } of families(large, 30_000)) {
      for (const { idNumber, previousIdNumbers, birthDate, sex } of people) {
        for (const number of [idNumber, ...previousIdNumbers]) {
          expect(seen.has(number)).toBe(false);
          seen.add(number);
        }
        if (idNumber.slice(6, 14) !== birthDate.replaceAll('-', '')) expect.fail('birth date differs from the number');
        if (Number(idNumber[16]) % 2 !== (sex === '1' ? 1 : 0)) expect.fail('sex differs from the number');
        if (!/^(330898|8[123]0098|998098)/.test(idNumber)) expect.fail('division could exist');
        if (!readIdentityNumber(idNumber).ok) expect.fail('the number is refused');
      }
    }
    expect(seen.size).toBeGreaterThan(80_000);
  });

  it('comes near the published figures of the district', () => {
    const tenth = createWorld({ scale: 0.1, seed: 1 });
    const count = { registered: 0, male: 0, young: 0, old: 0, floating: 0, households: 0, away: 0, chen: 0 };
    for (const { people, registeredHouseholds } of families(tenth)) {
      count.households += registeredHouseholds.filter(({ current }) => current).length;
      for (const { status, registration, sex, age, residentHouseholdNumber, name } of people) {
        if (status !== 'ALIVE') continue;
        if (registration === 'FLOATING') count.floating++;
        if (registration !== 'REGISTERED') continue;
        count.registered++;
        if (sex === '1') count.male++;
        if (age < 15) count.young++;
        if (age >= 65) count.old++;
        if (!residentHouseholdNumber) count.away++;
        if (name.startsWith('陈')) count.chen++;
      }
    }
    expect(Math.abs(count.registered / 41_090 - 1)).toBeLessThan(0.02);
    expect(Math.abs(count.households / 15_000 - 1)).toBeLessThan(0.03);
    expect(Math.abs(count.male / count.registered - 0.5104)).toBeLessThan(0.01);
    expect(Math.abs(count.young / count.registered - 0.15)).toBeLessThan(0.01);
    expect(Math.abs(count.old / count.registered - 0.185)).toBeLessThan(0.01);
    expect(Math.abs(count.floating / count.registered - 0.09)).toBeLessThan(0.01);
    expect(Math.abs(count.chen / count.registered - 0.073)).toBeLessThan(0.01);
  });

  it('refuses an index or a scale outside its range', () => {
    expect(() => world.family(world.families)).toThrow(RangeError);
    expect(() => world.matter(-1)).toThrow(RangeError);
    expect(() => createWorld({ scale: 3, seed: 1 })).toThrow(RangeError);
  });

  it('has a grid in each village and the bodies of the district', () => {
    expect(new Set(world.grids.map(({ areaCode }) => areaCode)).size).toBe(295);
    expect(new Set(world.grids.map(({ kind }) => kind)).size).toBe(3);
    expect(world.organizations.filter(({ stationing }) => stationing === 'RESIDENT')).toHaveLength(14);
    expect(world.organizations.filter(({ stationing }) => stationing === 'ROTATING')).toHaveLength(10);
    expect(world.organizations.filter(({ board }) => board !== null)).toHaveLength(80);
    expect(new Set(world.organizations.map(({ code }) => code)).size).toBe(world.organizations.length);
    for (const { creditCode } of [...world.organizations, ...world.employers])
      expect(isCreditCode(creditCode)).toBe(true);
    const large = createWorld({ scale: 1, seed: 1 });
    expect(large.grids.length).toBe(3100);
    expect(large.mediators).toHaveLength(1560);
  });
});
