import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { type DisclosureLog, openDisclosureLog } from '../disclosure-log.ts';

const ONE = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';

const viewer: Viewer = {
  request: 'request-1',
  user: 'wei',
  client: 'centre',
  persona: 'case-handler',
  organization: 'org',
  department: null,
  areas: ['330803'],
  purpose: 'case-handling',
  scopes: [],
  matterScopes: [],
  matter: { caseNumber: 'C1', persons: [ONE], households: [] },
  admitted: [],
  withheld: [],
  breakGlass: false,
};

let hub: ScratchDatabase;
let log: DisclosureLog;

beforeAll(async () => {
  hub = await scratchRegister('hub');
  log = openDisclosureLog(hub.database);
});
afterAll(() => hub?.close());

const entries = async () => (await hub.database.pool.query('SELECT * FROM disclosure ORDER BY leaf')).rows;

it('writes one entry a department and set of fields read of the same people, with the people of all reads', async () => {
  await log.append(viewer, [
    { department: 'justice', fields: 'Person.mediations', persons: [ONE] },
    { department: 'justice', fields: 'Person.mediations', persons: [ONE, OTHER] },
    { department: 'justice', fields: 'Person.legalAid', persons: [OTHER] },
    { department: 'justice', fields: 'LegalAid.matter', persons: [OTHER] },
    { department: 'public-security', fields: 'Incident.summary', persons: [] },
  ]);
  const [mediations, legalAid, summary, ...others] = await entries();
  expect(others).toEqual([]);
  expect(mediations).toMatchObject({
    request_id: 'request-1',
    client: 'centre',
    user_name: 'wei',
    organization: 'org',
    department: 'justice',
    purpose: 'case-handling',
    case_number: 'C1',
    persons: [ONE, OTHER],
    fields: ['Person.mediations'],
    break_glass: false,
  });
  expect(legalAid).toMatchObject({ persons: [OTHER], fields: ['LegalAid.matter', 'Person.legalAid'] });
  // Whom a narrative names, no register knows: it is entered for the people of the matter.
  expect(summary).toMatchObject({ persons: [ONE], fields: ['Incident.summary'] });
});

it('writes what the department signed of the answers, each once, and nothing where it signed nothing', async () => {
  const read = { department: 'justice', fields: 'Person.mediations', persons: [ONE] };
  const signed = (signature: string) => ({ ...read, answer: { digest: 'd', signature, keyId: 'k' } });
  await log.append(viewer, [signed('a.b.c'), signed('a.b.c'), signed('d.e.f')]);
  await log.append(viewer, [read]);
  expect((await entries()).slice(-2).map(({ answer }) => answer as unknown)).toEqual(['a.b.c d.e.f', null]);
});

it('writes what arrives during a write with the next one, all of it', async () => {
  const before = (await entries()).length;
  const watch = hub.database.watch();
  const one = { department: 'justice', fields: 'Person.legalAid', persons: [ONE] };
  await Promise.all(Array.from({ length: 50 }, () => log.append(viewer, [one])));
  watch.stop();
  expect((await entries()).length).toBe(before + 50);
  expect(watch.texts.filter((text) => text.includes('INSERT')).length).toBeLessThan(5);
});

it('rejects what cannot be written, and goes on with the next', async () => {
  const one = { department: 'justice', fields: 'Person.legalAid', persons: [ONE] };
  await expect(log.append({ ...viewer, purpose: null }, [one])).rejects.toThrow();
  await expect(log.append(viewer, [one])).resolves.toBeUndefined();
});

it('flags what was opened by breaking the glass', async () => {
  const breaking = { ...viewer, request: 'glass', breakGlass: true };
  await log.append(breaking, [{ department: 'justice', fields: 'Person.legalAid', persons: [ONE] }]);
  expect((await entries()).filter((entry) => entry.break_glass).map((entry) => entry.request_id)).toEqual(['glass']);
});
