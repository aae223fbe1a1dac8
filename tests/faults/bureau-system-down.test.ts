import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, handlerOf, idOf } from '../journeys/askers.ts';
import { theWorld } from '../journeys/truth/world.ts';
import { type FaultyHub, openFaultyHub, type TimedAnswer } from './faulty-hub.ts';

const RECORD = `query ($person: ID!) {
  person(id: $person) { maskedName socialInsurance { enrolments { scheme } } medicalInsurance { scheme } marriages { status } }
}`;
const FIGURES = `{
  medical: medicalInsuranceStatistics(groupBy: [SCHEME]) { rows { group { key } } }
  insurance: insuranceStatistics(groupBy: []) { rows { group { key } } }
}`;
/** Far below the deadline: nobody waits for a system that is not there. */
const SOON_MS = 2_000;

const world = theWorld();
const party = world.notable.everything;
const asker = handlerOf(world.matter(world.notable.everythingAll[0]?.matter ?? 0));
const told = ({ errors }: TimedAnswer) =>
  errors.map(({ path, extensions: { code } }) => `${code} ${path?.join('.')}`).toSorted();

let person: string;
let well: FaultyHub;
let hub: FaultyHub;

beforeAll(async () => {
  person = await idOf(party);
  well = await openFaultyHub({});
  process.env['MEDICAL_INSURANCE_SYSTEM_URL'] = await nowhere();
  hub = await openFaultyHub({});
});
afterAll(async () => {
  delete process.env['MEDICAL_INSURANCE_SYSTEM_URL'];
  await hub?.close();
  await well?.close();
});

describe('the bureau’s system, when it is down', () => {
  it('costs the medical insurance of a record, told as such and soon, and nothing else', async () => {
    const whole = await well.ask(asker, RECORD, { person });
    expect([whole.errors, whole.data.person.medicalInsurance]).toEqual([[], { scheme: expect.any(String) }]);
    const answer = await hub.ask(asker, RECORD, { person });
    expect(answer.data.person).toEqual({ ...whole.data.person, medicalInsurance: null });
    expect(told(answer)).toEqual(['SOURCE_UNAVAILABLE person.medicalInsurance']);
    expect(answer.milliseconds).toBeLessThan(SOON_MS);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|SYSTEM_/);
  });

  it('costs the figures on medical insurance, and no others', async () => {
    const whole = await well.ask(analyst, FIGURES);
    const answer = await hub.ask(analyst, FIGURES);
    expect(answer.data.insurance).toEqual(whole.data.insurance);
    expect(told(answer)).toEqual(['SOURCE_UNAVAILABLE medical']);
  });
});

/** An address at which nobody listens any more. */
async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return `http://127.0.0.1:${port}`;
}
