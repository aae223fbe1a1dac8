import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { publishCaseChanged } from '../../subgraphs/governance-center/loaders/case-changes.ts';
import { type Asker, askAt } from '../kit/hub-client.ts';
import { scratchData } from '../kit/hub-process.ts';
import { headersOf, subscribe } from '../live/subscriber.ts';
import { type StartedProcess, start } from './started-process.ts';

const data = scratchData();
const REASON = '老人失联三日，家属张某求助';
const PERSON = `query ($id: ID!) { person(id: $id) { maskedName residenceAddress identity { name }
  household { dwelling { address } } legalAid { id } medicalInsurance { chronicDiseases { from } } } }`;

let gateways: StartedProcess[];
let registers: OpenRegisters;
/** A live comprehensive-support case, its holder and its party. */
let matter: { number: string; holder: string; person: string };
let outsider: string;

const sql = async (department: string, text: string, values: unknown[] = []): Promise<Record<string, string>[]> =>
  (await registers.database(department).pool.query(text, values)).rows;
const centre = (text: string, ...values: unknown[]) => sql('governance-center', text, values);

/** Runs a command of the gateway beside the hubs, as `npm run` does. */
const command = (file: string, ...parameters: string[]) =>
  new Promise<{ code: number; said: string }>((done) => {
    const program = resolve(import.meta.dirname, '..', '..', 'gateway', 'access', file);
    const env = { ...process.env, HUB_DATA: data };
    execFile(process.execPath, [program, ...parameters], { env }, (fault, stdout, stderr) =>
      done({ code: fault ? 1 : 0, said: stdout + stderr }),
    );
  });

/** Asks one of the gateways; answers the data with the codes of the errors by path. */
async function ask(
  asker: Asker,
  query = PERSON,
  variables: Record<string, unknown> = { id: matter.person },
  gateway = 0,
) {
  const url = gateways[gateway]?.url as string;
  const { data: found, errors, text } = await askAt({ url, dataDirectory: data }, asker, query, variables);
  const codes = Object.fromEntries(errors.map(({ path, extensions }) => [path?.join('.') ?? '', extensions.code]));
  return { data: found, codes, errors, text };
}

const handler = (changes: Partial<Asker> = {}): Asker => ({
  persona: 'case-handler',
  organization: matter.holder,
  purpose: 'case-handling',
  caseNumber: matter.number,
  ...changes,
});
const auditor: Asker = { persona: 'auditor', purpose: 'oversight' };
const glass = (minutes?: string, reason = encodeURIComponent(REASON)) => ({
  'x-break-glass': reason,
  ...(minutes && { 'x-break-glass-minutes': minutes }),
});

/** Resolves once every gateway answers so. */
const everywhere = (asker: Asker, query: string, code: string | undefined) =>
  vi.waitFor(
    async () => {
      for (const gateway of gateways.keys()) {
        const { codes } = await ask(asker, query, { id: matter.person }, gateway);
        expect(Object.values(codes)).toEqual(code === undefined ? [] : [code]);
      }
    },
    { timeout: 10_000, interval: 100 },
  );

beforeAll(async () => {
  const first = await start('gateway/main.ts', ['--port', '0'], { HUB_DATA: data, HUB_SCALE: '0.002' });
  await first.saying(/Try it/);
  gateways = [first, await start('gateway/main.ts', ['--join', '--port', '0'], { HUB_DATA: data, HUB_SCALE: '0' })];
  registers = await openDatabases({ config: { dataDirectory: data, databaseUrls: new Map() } });
  const [live] = await centre(`
    SELECT c.number, c.holder_code AS holder, p.person_id AS person
    FROM governance_case c JOIN case_party p ON p.case_number = c.number
    WHERE c.category = 'comprehensive-support' AND c.status = 'IN_PROGRESS' AND p.person_id IS NOT NULL
      AND c.holder_code IS NOT NULL LIMIT 1`);
  matter = live as unknown as typeof matter;
  const [other] = await sql(
    'public-security',
    `SELECT person_id AS id FROM person WHERE person_id <> $1 AND status = 'ALIVE' LIMIT 1`,
    [matter.person],
  );
  outsider = other?.id ?? '';
}, 180_000);

afterAll(async () => {
  await registers?.close();
  for (const gateway of [...(gateways ?? [])].reverse()) await gateway.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('a case', { timeout: 60_000 }, () => {
  const IDENTITY = 'query ($id: ID!) { person(id: $id) { identity { name } } }';
  const event = (kind: string, by: string) =>
    centre(
      `INSERT INTO case_event (case_number, event_number, kind, at, by)
       SELECT $1, max(event_number) + 1, $2, now(), $3 FROM case_event WHERE case_number = $1`,
      matter.number,
      kind,
      by,
    );

  it('opens nothing to the one who took it in until a second officer or another system stands by it', async () => {
    await centre(`DELETE FROM case_event WHERE case_number = $1 AND kind IN ('ACCEPTED', 'CONFIRMED')`, matter.number);
    await centre('DELETE FROM case_reference WHERE case_number = $1', matter.number);
    await event('ACCEPTED', 'wei');
    const codes = async (user: string) => (await ask(handler({ user }), IDENTITY)).codes;
    const unknown = (await ask(handler({ user: 'wei', caseNumber: 'QJ-2099-000001' }), IDENTITY)).errors;
    expect((await ask(handler({ user: 'wei' }), IDENTITY)).errors).toEqual(unknown);
    expect((await ask(handler({ user: 'wei', headers: glass() }), IDENTITY)).errors).toEqual(unknown);
    expect(await codes('lu')).toEqual({});
    await event('CONFIRMED', 'wei');
    expect(await codes('wei')).toMatchObject({ person: 'CASE_REQUIRED' });
    await event('CONFIRMED', 'lu');
    expect(await codes('wei')).toEqual({});
    await centre(`DELETE FROM case_event WHERE case_number = $1 AND kind = 'CONFIRMED'`, matter.number);
    expect(await codes('wei')).toMatchObject({ person: 'CASE_REQUIRED' });
    await centre(`INSERT INTO case_reference (system, number, case_number) VALUES ('110', 'T-1', $1)`, matter.number);
    expect(await codes('wei')).toEqual({});
  });

  it('that the same officer took in and opens, again and again, is shown to the auditor', async () => {
    const cases = ['SELF-1', 'SELF-2', 'SELF-3'];
    for (const number of cases) {
      await centre(
        `INSERT INTO governance_case (number, channel, service, category, scale, title, status, level, area_code,
           holder_code, accepted_at, accepted_by)
         SELECT $2, channel, service, category, scale, title, status, level, area_code, holder_code, now(), 'wei'
         FROM governance_case WHERE number = $1`,
        matter.number,
        number,
      );
      await centre(`INSERT INTO case_reference (system, number, case_number) VALUES ('110', $1, $1)`, number);
      await centre(
        `INSERT INTO case_party (case_number, party_number, role, person_id) VALUES ($1, 1, 'APPLICANT', $2)`,
        number,
        matter.person,
      );
      await ask(handler({ user: 'wei', caseNumber: number }), IDENTITY);
    }
    const REVIEWS = '{ reviews(kind: SELF_OPENING) { nodes { user caseNumbers } } }';
    const { data: shown } = await ask(auditor, REVIEWS, {});
    expect(shown.reviews.nodes).toEqual([{ user: 'wei', caseNumbers: [matter.number, ...cases].sort() }]);
  });

  it('that closes is closed to the next request, and to a subscription at the next event, whichever case it is of', async () => {
    const url = gateways[0]?.url as string;
    const watching = handler({ user: 'watcher' });
    const stream = await subscribe(await headersOf(watching, data), 'subscription { caseChanged { number } }', {}, url);
    expect((await ask(watching, IDENTITY)).codes).toEqual({});
    await centre(`UPDATE governance_case SET status = 'CLOSED' WHERE number = $1`, matter.number);
    expect((await ask(watching, IDENTITY)).codes).toMatchObject({ person: 'CASE_REQUIRED' });
    await publishCaseChanged(registers.database('governance-center'), 'SELF-1');
    await stream.over;
    expect(stream.told.at(-1)?.errors).toMatchObject([{ extensions: { code: 'CASE_REQUIRED' } }]);
    await centre(`UPDATE governance_case SET status = 'IN_PROGRESS' WHERE number = $1`, matter.number);
  });
});

describe('an emergency', { timeout: 60_000 }, () => {
  const responder = (changes: Partial<Asker> = {}) =>
    handler({ persona: 'centre-system', purpose: 'emergency-response', ...changes });

  it('opens the addresses of the parties and their households from the first unit to the last that arrives', async () => {
    expect((await ask(responder())).codes).toMatchObject({ person: 'CASE_REQUIRED' });
    await centre(
      `INSERT INTO dispatch (number, kind, case_number, unit_code, area_code, issued_at)
       SELECT 'T-1', 'IMMEDIATE', number, holder_code, area_code, now() FROM governance_case WHERE number = $1`,
      matter.number,
    );
    const { data: open, codes } = await ask(responder());
    expect([typeof open.person.residenceAddress, typeof open.person.household?.dwelling?.address]).toEqual([
      'string',
      'string',
    ]);
    expect(codes).toEqual({ 'person.identity': 'FORBIDDEN', 'person.legalAid': 'FORBIDDEN' });
    expect((await ask(responder(), PERSON, { id: outsider })).codes).toMatchObject({ person: 'OUTSIDE_MATTER' });
    await centre(`UPDATE dispatch SET arrived_at = now() WHERE number = 'T-1'`);
    expect((await ask(responder())).codes).toMatchObject({ person: 'CASE_REQUIRED' });
  });

  it('opens before a unit is under way by breaking the glass', async () => {
    const { data: open, codes } = await ask(responder({ user: 'duty', headers: glass() }));
    expect(open.person.residenceAddress).not.toBeNull();
    expect(codes['person.identity']).toBe('FORBIDDEN');
  });
});

describe('breaking the glass', { timeout: 60_000 }, () => {
  const HEALTH = 'query ($id: ID!) { person(id: $id) { medicalInsurance { chronicDiseases { from } } } }';

  it('opens what the matter does not, for its parties alone, flagged in the ledger and listed with its reason', async () => {
    const asker = handler({ user: 'breaker' });
    expect(Object.values((await ask(asker, HEALTH)).codes)).toEqual(['FORBIDDEN']);
    expect((await ask({ ...asker, headers: glass('10') }, HEALTH)).codes).toEqual({});
    const other = await ask({ ...asker, headers: glass() }, HEALTH, { id: outsider });
    expect(Object.values(other.codes)).toEqual(['OUTSIDE_MATTER']);
    expect(Object.values((await ask(asker, HEALTH)).codes)).toEqual(['FORBIDDEN']);
    const { data: seen } = await ask(
      auditor,
      `{ reviews(kind: BREAK_GLASS, user: "breaker") { nodes { reason at until caseNumbers purpose { code } } }
         disclosures(breakGlass: true, purpose: "case-handling") { nodes { user breakGlass fields } } }`,
      {},
    );
    expect(seen.reviews.nodes).toMatchObject([
      { reason: REASON, caseNumbers: [matter.number], purpose: { code: 'case-handling' } },
    ]);
    const { at, until } = seen.reviews.nodes[0];
    expect(Date.parse(until) - Date.parse(at)).toBe(10 * 60_000);
    expect(seen.disclosures.nodes).toContainEqual({
      user: 'breaker',
      breakGlass: true,
      fields: ['MedicalInsuranceEnrolment.chronicDiseases', 'Person.medicalInsurance'],
    });
    for (const gateway of gateways) expect(gateway.said()).not.toMatch(/失联|%E5%A4%B1/);
  });

  it('ends by itself, and is refused once the day’s number is used up, on whichever gateway', async () => {
    const asker = handler({ user: 'often', headers: glass() });
    const codes: string[] = [];
    for (let opening = 0; opening < 4; opening++) {
      codes.push(...Object.values((await ask(asker, HEALTH, { id: matter.person }, opening % 2)).codes));
      await sql('hub', `UPDATE review SET until = now() WHERE user_name = 'often'`);
    }
    expect(new Set(codes)).toEqual(new Set(['BREAK_GLASS_LIMIT']));
    expect(await sql('hub', `SELECT id FROM review WHERE user_name = 'often'`)).toHaveLength(3);
  });

  it.each<[string, Partial<Asker>]>([
    ['BREAK_GLASS_INVALID', { headers: { 'x-break-glass': '' } }],
    ['BREAK_GLASS_INVALID', { headers: { 'x-break-glass-minutes': '5' } }],
    ['BREAK_GLASS_INVALID', { headers: glass('16') }],
    ['BREAK_GLASS_NOT_PERMITTED', { purpose: 'docket', headers: glass() }],
    ['CASE_REQUIRED', { organization: 'TOWN', headers: glass() }],
    ['PURPOSE_NOT_PERMITTED', { persona: 'supervisor', headers: glass() }],
  ])('is refused with %s for %o, and its reason is not repeated', async (code, change) => {
    const { codes, data: nothing, text } = await ask(handler({ user: 'refused', ...change }), HEALTH);
    expect([new Set(Object.values(codes)), nothing]).toEqual([new Set([code]), { person: null }]);
    expect(text).not.toMatch(/失联|%E5%A4%B1/);
  });
});

describe('somebody protected', { timeout: 60_000 }, () => {
  let card: Record<string, string>;
  const sealed = async (id: string, headers = {}) => {
    const { data: found, errors } = await ask(handler({ user: 'curious', headers }), PERSON, { id });
    return { errors, opened: [found.person.identity, found.person.residenceAddress, found.person.legalAid] };
  };

  it('is refused to the live case and through the glass exactly as anybody else outside the matter', async () => {
    const CARD = 'query ($id: ID!) { person(id: $id) { identity { name idNumber birthDate } area { code } } }';
    const { identity, area } = (await ask(handler(), CARD)).data.person;
    card = { number: identity.idNumber, name: identity.name, born: identity.birthDate, area: area.code };
    expect((await command('protection/protect.ts', matter.person)).code).toBe(0);
    await everywhere(handler(), 'query ($id: ID!) { person(id: $id) { identity { name } } }', 'OUTSIDE_MATTER');
    for (const headers of [{}, glass()]) {
      const [hidden, ordinary] = [await sealed(matter.person, headers), await sealed(outsider, headers)];
      expect(hidden).toEqual(ordinary);
      expect(hidden.opened).toEqual([null, null, null]);
    }
  });

  it('is masked like everybody, and the own record stays open to the one it is about', async () => {
    const { data: found } = await ask(handler(), 'query ($id: ID!) { person(id: $id) { maskedName } }');
    expect(found.person.maskedName).toMatch(/\*/);
    const citizen = { persona: 'citizen', purpose: 'own-record', person: matter.person };
    const own = await ask(citizen, 'query ($id: ID!) { person(id: $id) { disclosures { totalCount } } }');
    expect([own.codes, own.data.person.disclosures.totalCount > 0]).toEqual([{}, true]);
  });

  it('is found by nobody, by the number or the particulars', async () => {
    const LOOK_UP = `query ($number: String!, $name: String!, $born: Date!, $area: String!) {
      personByIdNumber(idNumber: $number) { id } findPerson(name: $name, birthDate: $born, areaCode: $area) { id } }`;
    const clerk = { persona: 'case-handler', purpose: 'intake', user: 'clerk' };
    const { data: found, codes } = await ask(clerk, LOOK_UP, card);
    expect([found, codes]).toEqual([{ personByIdNumber: null, findPerson: null }, {}]);
    expect((await command('protection/protect.ts', matter.person, '--release')).code).toBe(0);
    await vi.waitFor(
      async () => expect((await ask(clerk, LOOK_UP, card)).data.personByIdNumber).toEqual({ id: matter.person }),
      { timeout: 10_000, interval: 200 },
    );
  });
});

describe('a department', { timeout: 60_000 }, () => {
  const AID = 'query ($id: ID!) { person(id: $id) { maskedName legalAid { id } } }';
  const withdraw = (...parameters: string[]) => command('withdrawals/withdraw.ts', 'justice', ...parameters);

  it('takes back a field in every gateway, and gives it back', async () => {
    await everywhere(handler(), AID, undefined);
    expect((await withdraw('--field', 'Person.legalAid', '--reason', 'The register is under review')).code).toBe(0);
    await everywhere(handler(), AID, 'WITHDRAWN');
    expect((await withdraw('--field', 'Person.legalAid', '--restore')).code).toBe(0);
    await everywhere(handler(), AID, undefined);
  });

  it('takes back a purpose for what it answers; the other departments go on', async () => {
    expect((await withdraw('--purpose', 'case-handling', '--reason', 'Under review')).code).toBe(0);
    await everywhere(handler(), AID, 'WITHDRAWN');
    expect((await ask(handler(), AID)).data.person.maskedName).toMatch(/\*/);
    expect((await withdraw('--purpose', 'case-handling', '--restore')).code).toBe(0);
    await everywhere(handler(), AID, undefined);
  });

  it('cannot take back what another answers, and is told why', async () => {
    const { code, said } = await withdraw('--field', 'Person.identity', '--reason', 'x');
    expect([code, said]).toEqual([1, expect.stringContaining('that justice alone answers')]);
  });
});

describe('a purpose', { timeout: 60_000 }, () => {
  const CASES = '{ cases { totalCount } }';
  const clerk: Asker = { persona: 'case-handler', purpose: 'docket' };
  const purposes = (...parameters: string[]) => command('purposes/purposes.ts', ...parameters);
  const history = async () => (await purposes('history', 'docket')).said.trim().split('\n').slice(1);

  it('is changed by command, in force in every gateway, and each change is a version and in the ledger', async () => {
    await everywhere(clerk, CASES, undefined);
    const reason = ['--reason', 'A pilot at the window'];
    await purposes('change', 'docket', '--client', 'window-system', ...reason);
    await everywhere(clerk, CASES, 'PURPOSE_NOT_PERMITTED');
    await purposes('change', 'docket', '--client', 'any', ...reason);
    await everywhere(clerk, CASES, undefined);
    await purposes('end', 'docket', ...reason);
    await everywhere(clerk, CASES, 'PURPOSE_EXPIRED');
    const kept = await history();
    expect(kept).toHaveLength(3);
    for (const line of kept) expect(line).toContain('A pilot at the window');
    const records = await sql('hub', `SELECT kind FROM ledger_record WHERE kind LIKE 'purpose.%' ORDER BY leaf`);
    expect(records.map(({ kind }) => kind)).toEqual(['purpose.changed', 'purpose.changed', 'purpose.ended']);
  });

  it('that is changed by hand is recorded too', async () => {
    await sql('hub', `UPDATE purpose SET valid_to = NULL, valid_from = now() + interval '1 day' WHERE code = 'docket'`);
    await everywhere(clerk, CASES, 'PURPOSE_NOT_YET_VALID');
    await sql('hub', `UPDATE purpose SET valid_from = now() WHERE code = 'docket'`);
    await everywhere(clerk, CASES, undefined);
    expect(await history()).toHaveLength(5);
  });

  it('that is not lawful is not stored, and every fault is told', async () => {
    const scopes = ['public-security.person:read', 'nobody.thing:read'];
    const { code, said } = await purposes('change', 'statistics', '--add-scope', ...scopes, '--reason', 'x');
    expect(code).toBe(1);
    for (const fault of ['nothing about people beside figures', 'found nobody.thing:read'])
      expect(said).toContain(fault);
  });
});
