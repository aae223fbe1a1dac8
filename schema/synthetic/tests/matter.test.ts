import { describe, expect, it } from 'vitest';
import { lawfulSteps } from '../matter-course.ts';
import { createWorld } from '../world.ts';

const world = createWorld({ scale: 0.02, seed: 1 });
const matters = Array.from({ length: world.matters }, (_, index) => world.matter(index));
const end = `${world.asOf}T00:00:00+08:00`;

describe('Matter', () => {
  it('bears its number alone, in order of acceptance', () => {
    expect(new Set(matters.map(({ number }) => number)).size).toBe(matters.length);
    const accepted = matters.map(({ acceptedAt }) => acceptedAt);
    expect(accepted).toEqual([...accepted].sort());
    expect(matters.map(({ number }) => number)).toEqual(matters.map(({ number }) => number).sort());
  });

  it('takes lawful steps only, in order, none after asOf', () => {
    for (const { events, status } of matters) {
      let state: (typeof events)[number]['from'] = null;
      let last = '';
      for (const { kind, at, from, to } of events) {
        expect(from).toBe(state);
        expect(lawfulSteps[kind].from).toContain(from);
        expect(at >= last && at < end).toBe(true);
        state = to;
        last = at;
      }
      expect(status).toBe(state);
    }
  });

  it('is confirmed by another officer than the one who accepted it', () => {
    for (const { events, acceptedBy } of matters) {
      for (const { kind, by } of events) if (kind === 'CONFIRMED') expect(by).not.toBe(acceptedBy);
    }
  });

  it('is live in 15 to 25 of a hundred, with at least three comprehensive supports of people whom all registers know', () => {
    const live = matters.filter((matter) => matter.live);
    expect(live.length / matters.length).toBeGreaterThanOrEqual(0.15);
    expect(live.length / matters.length).toBeLessThan(0.25);
    const planted = world.notable.everythingAll.map(({ matter }) => world.matter(matter));
    expect(planted.length).toBeGreaterThanOrEqual(Math.max(3, live.length / 100));
    for (const [position, matter] of planted.entries()) {
      const { family, person } = world.notable.everythingAll[position] as { family: number; person: number };
      expect(matter).toMatchObject({ live: true, category: 'comprehensive-support', mediation: { concludedAt: null } });
      expect(world.organizations[matter.holder]?.code).toBe('CENTER');
      expect(matter.parties[0]?.person).toEqual({ family, person });
    }
  });

  it('has parties who exist, and now and then one without a usable number', () => {
    let unlinked = 0;
    for (const { parties } of matters) {
      expect(parties.length).toBeGreaterThan(0);
      for (const { person, organization, unlinked: unknown } of parties) {
        expect([person, organization, unknown].filter((given) => given !== null)).toHaveLength(1);
        if (unknown) unlinked++;
        if (person) expect(world.family(person.family).people[person.person]?.status).toBe('ALIVE');
        const register = organization?.register === 'employer' ? world.employers : world.organizations;
        if (organization) expect(register[organization.index]).toBeDefined();
      }
    }
    expect(unlinked).toBeGreaterThan(0);
  });

  it('leaks names and phones into free text now and then, never into a title', () => {
    const names = matters.map(({ parties }) =>
      parties.flatMap(({ person }) => (person ? [world.family(person.family).people[person.person]?.name ?? ''] : [])),
    );
    const leaks = (text: string, at: number): boolean => (names[at] ?? []).some((name) => text.includes(name));
    expect(matters.filter(({ description }, at) => leaks(description, at)).length).toBeGreaterThan(50);
    expect(matters.filter(({ description }) => /19900\d{6}/.test(description)).length).toBeGreaterThan(20);
    expect(matters.filter(({ title }, at) => leaks(title, at) || /19900/.test(title))).toHaveLength(0);
  });

  it('was merged into a matter that was not merged itself', () => {
    const byNumber = new Map(matters.map((matter) => [matter.number, matter]));
    const merged = matters.filter(({ status }) => status === 'MERGED');
    expect(merged.length).toBeGreaterThan(0);
    for (const { mergedInto } of merged) expect(byNumber.get(mergedInto ?? '')?.status).not.toBe('MERGED');
  });
});

describe('Visit', () => {
  it('goes to a household of the family, in April or May, and passes some matters on', () => {
    const known = new Set(matters.map(({ number }) => number));
    let passed = 0;
    for (let index = 0; index < world.visits; index++) {
      const { family, householdNumber, at, matterNumbers } = world.visit(index);
      const household = world.family(family).residentHouseholds.find(({ number }) => number === householdNumber);
      expect(household?.members.length).toBeGreaterThan(0);
      expect(at >= '2026-04-01' && at < '2026-05-26').toBe(true);
      for (const number of matterNumbers) expect(known.has(number)).toBe(true);
      passed += matterNumbers.length;
    }
    expect(passed).toBeGreaterThanOrEqual(4);
  });
});
