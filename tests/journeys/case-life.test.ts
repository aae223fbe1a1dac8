import { describe, expect, it } from 'vitest';
import type { Matter } from '../../schema/synthetic/world.ts';
import { ask, operation } from '../kit/hub-client.ts';
import { docketOf, handlerOf, idOf } from './askers.ts';
import { isRejected, knownExtracts } from './truth/accepted-rows.ts';
import { expectedCase, narrativeOf } from './truth/case-life.ts';
import { familyOf, matters, personAt, theWorld } from './truth/world.ts';

const AT_ONCE = 8;
const world = theWorld();
const life = operation('case-life');
const LIFE_WITHOUT_NARRATIVE = life.replace('    description\n', '').replace(' summary', '').replace(' note }', ' }');

/** Numbers of whatever lost a row on its way in. */
async function incomplete(): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  for (const department of ['governance-center', 'justice', 'public-security']) {
    for (const { rows } of await knownExtracts(department)) {
      for (const { row, dirt } of rows) if (isRejected(dirt)) for (const cell of Object.values(row)) numbers.add(cell);
    }
  }
  return numbers;
}

const numbersOf = ({ number, mediation, incident, dispatches, parties }: Matter): string[] => [
  number,
  ...(mediation ? [mediation.number] : []),
  ...(incident ? [incident.number] : []),
  ...dispatches.map((dispatch) => dispatch.number),
  ...parties.flatMap(({ person }) => (person ? familyOf(person).people.map(({ idNumber }) => idNumber) : [])),
];

describe('one matter from acceptance to closing', () => {
  it.each(
    world.notable.everythingAll.map(({ matter }) => world.matter(matter)),
  )('is told whole to whoever handles it, narrative and all: $number', async (matter) => {
    const { data, errors } = await ask(handlerOf(matter), life, { case: matter.number });
    expect(errors).toEqual([]);
    expect(data.case).toMatchObject(expectedCase(matter));
    expect(data.case).toMatchObject(narrativeOf(matter));
    const party = matter.parties.find(({ person }) => person)?.person;
    expect(data.case.parties[0].person.id).toBe(party && (await idOf(party)));
    expect(data.case.parties[0].person.cases.nodes).toContainEqual({ number: matter.number, status: matter.status });
  });

  it('is told as it is in the world, for every matter whose rows all came in', async () => {
    const lost = await incomplete();
    const whole = matters().filter((matter) => numbersOf(matter).every((number) => !lost.has(number)));
    expect(whole.length).toBeGreaterThan(world.matters / 2);
    const query = LIFE_WITHOUT_NARRATIVE.replace(/ cases\(first: 5\) \{[^}]*\} \}/, '');
    const seen = { dispatches: 0, breaches: 0, incidents: 0, mediations: 0, followUps: 0, merged: 0, reopened: 0 };
    const compare = async (matter: Matter) => {
      const { data, errors } = await ask(docketOf(), query, { case: matter.number });
      expect(errors).toEqual([]);
      const expected = expectedCase(matter);
      expect(data.case).toMatchObject(expected);
      seen.dispatches += expected.dispatches.length;
      seen.breaches += expected.dispatches.filter(({ breaches }) => breaches.length > 0).length;
      seen.incidents += expected.incidents.length;
      seen.mediations += expected.mediations.length;
      seen.followUps += expected.followUp ? 1 : 0;
      seen.merged += matter.status === 'MERGED' ? 1 : 0;
      seen.reopened += matter.events.some(({ kind }) => kind === 'REOPENED') ? 1 : 0;
    };
    for (let at = 0; at < whole.length; at += AT_ONCE) await Promise.all(whole.slice(at, at + AT_ONCE).map(compare));
    console.log(`Matters compared with the world: ${whole.length}, with ${JSON.stringify(seen)}.`);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  }, 60_000);

  it('names nobody in its title, its timeline or anything else that a docket may show', async () => {
    for (const matter of matters().slice(0, 40)) {
      const { text } = await ask(docketOf(), LIFE_WITHOUT_NARRATIVE, { case: matter.number });
      for (const { person, unlinked } of matter.parties) {
        for (const secret of [person && personAt(person).idNumber, person && personAt(person).phone, unlinked?.phone]) {
          if (secret) expect(text).not.toContain(secret);
        }
      }
    }
  });

  it('does not exist for an officer of another town', async () => {
    const matter = world.matter(world.notable.everything.matter);
    const elsewhere = world.villages.find(({ townCode }) => !matter.areaCode.startsWith(townCode));
    const { data, text } = await ask(docketOf(elsewhere?.townCode), LIFE_WITHOUT_NARRATIVE, { case: matter.number });
    expect(data.case).toBeNull();
    expect(text).not.toContain(matter.title);
  });
});
