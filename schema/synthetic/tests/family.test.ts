import { describe, expect, it } from 'vitest';
import { createWorld } from '../world.ts';

const world = createWorld({ scale: 0.02, seed: 11 });
const families = Array.from({ length: world.families }, (_, index) => world.family(index));
const yearOf = (day: string): number => Number(day.slice(0, 4));

describe('Family', () => {
  it('has parents of a plausible age', () => {
    for (const { people } of families) {
      for (const { birthDate, father, mother } of people) {
        for (const parent of [father, mother]) {
          if (parent === null) continue;
          const gap = yearOf(birthDate) - yearOf(people[parent]?.birthDate ?? '');
          expect(gap).toBeGreaterThanOrEqual(17);
          expect(gap).toBeLessThanOrEqual(60);
        }
      }
    }
  });

  it('marries a man and a woman of lawful age who refer to each other, and ends marriages with the death', () => {
    let married = 0;
    for (const { people, marriages } of families) {
      for (const { spouses, status, registeredOn, endedOn } of marriages) {
        const [husband, wife] = spouses.map((spouse) => people[spouse]);
        expect([husband?.sex, wife?.sex]).toEqual(['1', '2']);
        expect(registeredOn >= `${yearOf(wife?.birthDate ?? '') + 19}`).toBe(true);
        if (status === 'MARRIED') {
          married++;
          expect([husband?.spouse, wife?.spouse]).toEqual([spouses[1], spouses[0]]);
          expect(endedOn).toBeNull();
        }
        if (status === 'WIDOWED') expect([husband?.endedOn, wife?.endedOn]).toContain(endedOn);
        if (endedOn) expect(registeredOn < endedOn).toBe(true);
      }
    }
    expect(married).toBeGreaterThan(500);
  });

  it('keeps households, members and memberships in agreement', () => {
    const numbers = new Set<string>();
    for (const { people, registeredHouseholds, residentHouseholds } of families) {
      for (const { number, members, head, current, dwelling } of [...registeredHouseholds, ...residentHouseholds]) {
        expect(numbers.has(number)).toBe(false);
        numbers.add(number);
        expect(dwelling.addressCode).toMatch(/^330803\d{13}$/);
        expect(world.grids[dwelling.grid]?.areaCode).toBe(dwelling.areaCode);
        if (!current) continue;
        expect(members[0]).toBe(head ?? undefined);
        for (const member of members) {
          const person = people[member];
          expect([person?.registeredHouseholdNumber, person?.residentHouseholdNumber]).toContain(number);
          const stay = person?.memberships.find(({ householdNumber, to }) => householdNumber === number && to === null);
          expect(stay?.relation === '02').toBe(member === head);
        }
      }
      for (const { memberships } of people) {
        for (const { from, to } of memberships) if (to) expect(from < to).toBe(true);
      }
    }
  });

  it('lets facts follow from age, residence and death', () => {
    for (const { people, residentHouseholds } of families) {
      for (const { age, status, facts, birthDate, endedOn, residentHouseholdNumber } of people) {
        const home = residentHouseholds.find(({ number }) => number === residentHouseholdNumber);
        expect(facts.livesAlone).toBe(home?.members.length === 1);
        if (facts.pensionBenefit) expect(age).toBeGreaterThanOrEqual(54);
        if (facts.leftBehind || facts.orphan) expect(age).toBeLessThan(16);
        if (status !== 'ALIVE') expect([facts.employment, residentHouseholdNumber]).toEqual([null, null]);
        if (endedOn) expect(endedOn > birthDate && endedOn < world.asOf).toBe(true);
        for (const { from, to } of facts.formerEmployments) expect(to !== null && from < to).toBe(true);
        if (facts.medical?.pausedOn) expect(facts.medical.from < facts.medical.pausedOn).toBe(true);
      }
    }
  });
});

describe('notable people', () => {
  it.each([7, 8, 9])('exist and are what they are called, with seed %i', (seed) => {
    for (const scale of [0.005, 0.02]) {
      const other = createWorld({ scale, seed });
      const { notable } = other;
      const find = ({ family, person }: { family: number; person: number }) => {
        const found = other.family(family).people[person];
        if (!found) throw new Error('expected a notable person, got none');
        return found;
      };
      const household = (ref: { family: number; person: number }) =>
        other.family(ref.family).residentHouseholds.find(({ number }) => number === find(ref).residentHouseholdNumber);
      expect(find(notable.everything).facts).toMatchObject({
        employment: {},
        disability: {},
        medical: { status: 'ACTIVE' },
      });
      expect(find(notable.everything).facts.allowances.length).toBeGreaterThan(0);
      expect(find(notable.everything).facts.chronicDiseases.length).toBeGreaterThan(0);
      expect(find(notable.everything).spouse).not.toBeNull();
      expect(other.family(notable.everything.family).assistance?.status).toBe('ACTIVE');
      expect(find(notable.nothing).facts).toMatchObject({
        pension: null,
        medical: null,
        employment: null,
        allowances: [],
      });
      expect(household(notable.householdOfSeven)?.members).toHaveLength(7);
      expect(find(notable.migrant)).toMatchObject({ registration: 'FLOATING', registeredHouseholdNumber: null });
      const separated = other.family(notable.separated.family);
      expect(find(notable.separated).registeredHouseholdNumber).toBe(separated.registeredHouseholds[0]?.number);
      expect(household(notable.separated)?.dwelling.areaCode).not.toBe(
        separated.registeredHouseholds[0]?.dwelling.areaCode,
      );
      expect(find(notable.fifteenDigit).birthDate).toMatch(/^19/);
      expect(find(notable.fifteenDigit).facts.pension).not.toBeNull();
      expect(find(notable.merged).previousIdNumbers).toHaveLength(1);
      expect(find(notable.cancelled).status).toBe('CANCELLED');
      expect(find(notable.deceasedPensioner).status).toBe('DECEASED');
      expect(find(notable.deceasedPensioner).facts.pensionBenefit).not.toBeNull();
      expect(find(notable.loneElder).age).toBeGreaterThanOrEqual(60);
      expect(household(notable.loneElder)?.members).toHaveLength(1);
    }
  });
});
