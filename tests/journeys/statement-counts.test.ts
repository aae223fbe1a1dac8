import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../kit/hub-client.ts';
import { personIds } from '../kit/person-ids.ts';
import { type OpenAnswer, type OpenHub, openHub } from './open-hub.ts';
import { homeOf, personAt, theWorld } from './truth/world.ts';

const world = theWorld();
const { notable } = world;

let hub: OpenHub;
let person: string;
let household: string;

beforeAll(async () => {
  hub = await openHub();
  const register = hub.registers.database('public-security');
  const population = register.pool;
  const number = personAt(notable.everything).idNumber;
  person = (await personIds(register)).get(number) ?? '';
  const seven = homeOf(notable.householdOfSeven)?.number;
  const home = await population.query('SELECT household_id AS id FROM household WHERE number = $1', [seven]);
  household = home.rows[0].id;
});

afterAll(() => hub.close());

const countsOf = ({ statements }: OpenAnswer): Record<string, number> =>
  Object.fromEntries(
    Object.entries(statements)
      .map(([department, texts]) => [department, texts.length] as const)
      .filter(([, count]) => count > 0),
  );
const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

async function counted(name: string, variables: Record<string, unknown>): Promise<Record<string, number>> {
  const answer = await hub.ask(operation(name), variables);
  expect(answer.errors).toBeUndefined();
  const counts = countsOf(answer);
  console.log(
    `${name} ${JSON.stringify({ ...variables, person: undefined, household: undefined })}: ${total(counts)} statements`,
    counts,
  );
  return counts;
}

describe('how many statements an operation costs the registers', () => {
  it('is a few for each department in a whole person record', async () => {
    expect(total(await counted('person-record', { person }))).toBeLessThanOrEqual(45);
  });

  it('is no more for a household of seven than for one of two', async () => {
    const seven = await counted('household-record', { household });
    const { data } = await hub.ask('query ($p: ID!) { person(id: $p) { household { id } } }', { p: person });
    const two = await counted('household-record', { household: data.person.household.id });
    expect(total(seven)).toBeLessThanOrEqual(total(two));
    expect(total(seven)).toBeLessThanOrEqual(25);
  });

  it('is the same for a hundred rows of the docket as for twenty', async () => {
    const twenty = await counted('docket-page', { size: 20 });
    const hundred = await counted('docket-page', { size: 100 });
    for (const [department, count] of Object.entries(hundred)) {
      expect({ department, count }).toEqual({ department, count: Math.min(count, twenty[department] ?? 0) });
    }
    expect(total(twenty)).toBeLessThanOrEqual(20);
  });

  it('is the same for a page of fifty on the care round as for one, but for grids that are known already', async () => {
    const fifty = await counted('care-visits', { area: '330803', days: 0 });
    const village = homeOf(notable.loneElder)?.dwelling.areaCode;
    const few = await counted('care-visits', { area: village, days: 0 });
    const difference = total(fifty) - total(few);
    expect([-1, 0, 1]).toContain(difference);
  });
});
