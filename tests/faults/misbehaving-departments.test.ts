import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlerOf, idOf } from '../journeys/askers.ts';
import { theWorld } from '../journeys/truth/world.ts';
import { type FaultyHub, openFaultyHub, type TimedAnswer } from './faulty-hub.ts';
import {
  allMisbehaviours,
  type MisbehavingDepartment,
  type Misbehaviour,
  startMisbehavingDepartment,
} from './misbehaving-department.ts';

const FETCH_DEADLINE_MS = 1_000;
/** Loose, for a busy machine, and still far from what waiting for the department would take. */
const SOON_MS = 4_000;
const MEBIBYTE = 1 << 20;

const QUESTION = `query ($person: ID!) {
  person(id: $person) {
    maskedName
    mediations(first: 3) { totalCount }
    legalAid { status }
    medicalInsurance { scheme status }
    marriages { status }
  }
}`;

/** No usable answer came, though something did; all else is silence. */
const saysNonsense = (how: Misbehaviour): boolean =>
  /^(says|answers|sends (a bomb|endless)|speaks|claims|never stops|breaks off|compresses)/.test(how);

const world = theWorld();
const party = world.notable.everything;
const asker = handlerOf(world.matter(world.notable.everythingAll[0]?.matter ?? 0));

let justice: MisbehavingDepartment;
let insurance: MisbehavingDepartment;
let person: string;
let whole: TimedAnswer;
let hub: FaultyHub;

const ask = (signal?: AbortSignal) => hub.ask(asker, QUESTION, { person }, signal);
const told = ({ errors }: TimedAnswer) =>
  errors.map(({ path, extensions: { code, department } }) => `${department} ${code} ${path?.join('.')}`).toSorted();

beforeAll(async () => {
  justice = await startMisbehavingDepartment();
  insurance = await startMisbehavingDepartment();
  person = await idOf(party);
  const well = await openFaultyHub({});
  whole = await well.ask(asker, QUESTION, { person });
  await well.close();
  hub = await openFaultyHub(
    { justice: justice.url, 'medical-insurance': insurance.url },
    {
      HUB_FETCH_DEADLINE_MS: String(FETCH_DEADLINE_MS),
      HUB_ANSWER_MEBIBYTES: '2',
      HUB_BREAKER_FAILURES: '1000000',
    },
  );
  insurance.behave({ data: { _entities: [{ medicalInsurance: null }] } });
});

afterAll(async () => {
  await hub?.close();
  await Promise.all([justice?.close(), insurance?.close()]);
});

describe('a department that misbehaves', () => {
  it('would have something to lose', () => {
    expect(whole.errors).toEqual([]);
    expect(whole.data.person).toMatchObject({
      maskedName: expect.any(String),
      mediations: { totalCount: expect.any(Number) },
      medicalInsurance: { status: expect.any(String) },
      marriages: [expect.anything()],
    });
  });

  it.each(allMisbehaviours)('costs its own facets and no other where it %s', async (how) => {
    justice.misbehave(how);
    insurance.behave({ data: { _entities: [{ medicalInsurance: null }] } });
    const answer = await ask();
    expect(answer.data.person).toEqual({
      ...whole.data.person,
      mediations: null,
      legalAid: null,
      medicalInsurance: null,
    });
    expect(justice.asked).toBeGreaterThan(0);
    const code = saysNonsense(how) ? 'SOURCE_INVALID' : 'SOURCE_UNAVAILABLE';
    expect(told(answer)).toEqual([`justice ${code} person.legalAid`, `justice ${code} person.mediations`]);
    expect(answer.milliseconds).toBeLessThan(SOON_MS);
    expect(JSON.stringify(answer)).not.toMatch(/330898|doctype|127\.0\.0\.1|ECONN|UND_ERR/);
  });

  it('costs one facet where it fails at one, and tells nothing of how', async () => {
    const path = ['_entities', 0, 'mediations'];
    const secret = 'duplicate key 330898199001011234';
    for (const extensions of [undefined, { code: 'INTERNAL_SERVER_ERROR', stacktrace: [secret] }, 'none', [secret]]) {
      const errors = [{ message: secret, path, extensions }, null, secret];
      justice.behave({ data: { _entities: [{ mediations: null, legalAid: null }] }, errors });
      const answer = await ask();
      expect(told(answer)[0]).toBe('justice SOURCE_UNAVAILABLE person.mediations');
      expect(answer.data.person).toMatchObject({ maskedName: whole.data.person.maskedName, mediations: null });
      expect(JSON.stringify(answer)).not.toContain('330898');
    }
    const refused = { message: 'Not for you.', path, extensions: { code: 'FORBIDDEN', row: secret } };
    justice.behave({ data: { _entities: [{ mediations: null, legalAid: null }] }, errors: [refused] });
    expect((await ask()).errors).toEqual([
      {
        message: 'Not for you.',
        path: ['person', 'mediations'],
        extensions: { code: 'FORBIDDEN', department: 'justice' },
      },
    ]);
  });

  it('is told with the age of what the hub last took in from it', async () => {
    justice.misbehave('fails with 500');
    const { errors, sources } = await ask();
    for (const { extensions } of errors) expect(extensions.asOf).toMatch(/^20\d\d-\d\d-\d\dT/);
    const states = new Map(sources.map(({ department, ...state }) => [department, state]));
    expect(states.get('justice')).toEqual({
      status: 'SOURCE_UNAVAILABLE',
      latencyMs: expect.any(Number),
      asOf: errors[0]?.extensions.asOf,
    });
    expect(states.get('civil-affairs')).toMatchObject({ status: 'OK', asOf: expect.any(String) });
    expect(states.has('social-insurance')).toBe(false);
  });

  it.each([
    'never stops talking',
    'claims ten gigabytes',
    'sends a bomb',
  ] as const)('takes no memory for more than is taken where it %s', async (how) => {
    justice.misbehave(how);
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 5; count++) await ask();
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEBIBYTE);
    expect(justice.sent / justice.asked).toBeLessThan(16 * MEBIBYTE);
  });

  it('costs no more time than one where two are down at once', async () => {
    justice.misbehave('never answers');
    insurance.misbehave('closes the socket');
    const answer = await ask();
    expect(answer.data.person).toEqual({
      ...whole.data.person,
      mediations: null,
      legalAid: null,
      medicalInsurance: null,
    });
    expect(told(answer)).toEqual([
      'justice SOURCE_UNAVAILABLE person.legalAid',
      'justice SOURCE_UNAVAILABLE person.mediations',
      'medical-insurance SOURCE_UNAVAILABLE person.medicalInsurance',
    ]);
    expect(answer.milliseconds).toBeLessThan(SOON_MS);
  });

  it('is no longer asked where the client has left', async () => {
    justice.misbehave('never answers');
    const client = new AbortController();
    const left = ask(client.signal);
    await expect.poll(() => justice.asked).toBeGreaterThan(0);
    const start = performance.now();
    client.abort();
    await expect(left).rejects.toThrow();
    await expect.poll(() => justice.left).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(FETCH_DEADLINE_MS);
  });
});
