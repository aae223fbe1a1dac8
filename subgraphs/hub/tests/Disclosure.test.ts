import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPairRing } from '../../../schema/kit/keys/pair-ring.ts';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import { checkpointText, readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { openCheckpoints } from '../../../schema/ledger/checkpoints.ts';
import { ledgerIn } from '../../../schema/ledger/ledger.ts';
import { noteKey, readNote, signersOf } from '../../../schema/ledger/note.ts';
import { releaseCase, withheldMatters, withholdCase } from '../../../schema/ledger/withholding.ts';
import { seedPurposes } from '../purposes/seed-purposes.ts';
import { HERE, type HubRegister, matterOf, numberOf, openHubRegister, viewer } from './hub-register.ts';

const ENTRIES = 25;
const auditor = viewer({ scopes: ['hub.disclosure:audit'], areas: ['330803'] });
const citizenOf = (id: string): Viewer => viewer({ matterScopes: ['hub.disclosure:read'], matter: matterOf([id]) });
const OF_PERSON = `query ($id: ID!, $first: Int, $after: String) { person(id: $id) {
  disclosures(first: $first, after: $after) { nodes { id at persons { id } } pageInfo { hasNextPage endCursor } } } }`;
const ROOT = `query ($department: String, $client: String, $purpose: String, $breakGlass: Boolean, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  disclosures(department: $department, client: $client, purpose: $purpose, breakGlass: $breakGlass, from: $from, to: $to, first: $first, after: $after) {
    nodes { id department purpose { code titleZh } fields } pageInfo { hasNextPage endCursor } } }`;

let hub: HubRegister;
let one: string;
let other: string;
/** Ids of all entries, newest first. */
let newestFirst: string[];

beforeAll(async () => {
  hub = await openHubRegister();
  await seedPurposes(hub.database);
  [one, other] = (await hub.link.persons([numberOf(1), numberOf(2)])) as [string, string];
  await hub.link.publishAreas([one, other].map((person) => ({ person, areaCode: HERE })));
  for (let number = 0; number < ENTRIES; number++) {
    // Entries of one moment in threes: their place alone parts them.
    await ledgerIn(hub.database).disclose([
      {
        at: Date.parse(`2026-05-01T10:00:${String(Math.floor(number / 3)).padStart(2, '0')}.123+08:00`),
        requestId: 'request',
        client: number === 0 ? 'first-client' : 'client',
        user: 'user',
        organization: null,
        department: number % 5 === 0 ? 'justice' : 'civil-affairs',
        purpose: number % 2 ? 'case-handling' : 'docket',
        caseNumber: null,
        persons: number % 2 ? [one, other] : [other],
        fields: ['Person.marriages'],
        breakGlass: number === 3,
        answer: null,
      },
    ]);
  }
  const ids = (await hub.database.pool.query('SELECT id FROM disclosure ORDER BY leaf')).rows.map(({ id }) => id);
  newestFirst = ids.reverse();
});
afterAll(() => hub?.close());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function everyPage(read: (after: string | null) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await read(after);
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

const root = async (asker: Viewer, variables: Record<string, unknown> = {}) => {
  const answer = await hub.ask(ROOT, asker, variables);
  return answer.codes.length > 0 ? answer.codes : answer.data.disclosures.nodes.map(({ id }: { id: string }) => id);
};

describe('Query.disclosures', () => {
  it('pages through every entry once, newest first', async () => {
    const ids = await everyPage(async (after) => (await hub.ask(ROOT, auditor, { first: 4, after })).data.disclosures);
    expect(ids).toEqual(newestFirst);
  });

  it('filters, with bounds [from, to)', async () => {
    const at = (number: number) => newestFirst[ENTRIES - 1 - number];
    expect(await root(auditor, { client: 'first-client' })).toEqual([at(0)]);
    expect(await root(auditor, { breakGlass: true })).toEqual([at(3)]);
    expect(await root(auditor, { breakGlass: false, client: 'first-client' })).toEqual([at(0)]);
    expect(await root(auditor, { department: 'justice' })).toEqual([20, 15, 10, 5, 0].map(at));
    expect((await root(auditor, { purpose: 'docket', first: 100 })).length).toBe(13);
    const bounds = { from: '2026-05-01T10:00:01.123+08:00', to: '2026-05-01T10:00:02.123+08:00' };
    expect(await root(auditor, bounds)).toEqual([5, 4, 3].map(at));
    expect(await root(auditor, { from: '2026-05-01T02:00:08.123Z' })).toEqual([24].map(at));
  });

  it('shows a department the reads of its own register alone, whatever it asks for', async () => {
    const department = viewer({ scopes: ['hub.disclosure:department'], department: 'justice' });
    expect((await root(department)).length).toBe(5);
    expect(await root(department, { department: 'civil-affairs' })).toEqual([]);
    expect(await root({ ...department, department: null })).toEqual(['FORBIDDEN']);
  });

  it('refuses others, before reading', async () => {
    for (const asker of [viewer(), citizenOf(one)]) {
      const { codes, statements } = await hub.ask(ROOT, asker);
      expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
    }
  });

  it('takes two statements a page with its purposes, and one more for the total', async () => {
    await hub.ask(ROOT, auditor);
    expect((await hub.ask(ROOT, auditor)).statements).toHaveLength(2);
    const total = await hub.ask('{ disclosures(first: 1) { totalCount } }', auditor);
    expect([total.data.disclosures.totalCount, total.statements.length]).toEqual([ENTRIES, 2]);
  });

  it('refuses a cursor of another filter', async () => {
    const { data } = await hub.ask(ROOT, auditor, { first: 1 });
    const after = data.disclosures.pageInfo.endCursor;
    expect(await root(auditor, { after, department: 'justice' })).toEqual(['INVALID_CURSOR']);
  });

  it('records whom a page names', async () => {
    const { extensions } = await hub.ask('{ disclosures(first: 2) { nodes { persons { id } } } }', auditor);
    expect(extensions.disclosed).toEqual([
      { fields: 'Disclosure.persons', persons: expect.arrayContaining([one, other]) },
    ]);
  });
});

describe('Person.disclosures', () => {
  const ofOne = () => newestFirst.filter((_, index) => (ENTRIES - 1 - index) % 2 === 1);

  it('pages through the reads of one person, newest first', async () => {
    const read = async (after: string | null) =>
      (await hub.ask(OF_PERSON, auditor, { id: one, first: 5, after })).data.person.disclosures;
    expect(await everyPage(read)).toEqual(ofOne());
  });

  it('shows citizens their own record, without who else was read', async () => {
    const { data } = await hub.ask(OF_PERSON, citizenOf(one), { id: one, first: 100 });
    expect(data.person.disclosures.nodes.map(({ id }: { id: string }) => id)).toEqual(ofOne());
    expect(data.person.disclosures.nodes[0].persons).toEqual([{ id: one }]);
    expect((await hub.ask(OF_PERSON, citizenOf(one), { id: other })).codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('reads the pages of many people in one statement, and their totals in another', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person {
      disclosures(first: 3) { totalCount nodes { id } } } } }`;
    const of = [one, other].map((id) => ({ __typename: 'Person', id }));
    const { data, statements, extensions } = await hub.ask(query, auditor, { of });
    expect(
      data._entities.map(({ disclosures }: { disclosures: { totalCount: number } }) => disclosures.totalCount),
    ).toEqual([12, ENTRIES]);
    expect(statements).toHaveLength(2);
    expect(extensions.disclosed).toEqual([
      { fields: 'Person.disclosures', persons: expect.arrayContaining([one, other]) },
    ]);
  });

  it('refuses a viewer without a scope, before reading', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { disclosures { nodes { id } } } } }';
    const asked = { of: [{ __typename: 'Person', id: one }] };
    const { codes, statements } = await hub.ask(query, viewer({ scopes: ['public-security.person:read'] }), asked);
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });

  it('tells the reads under an id that gave way', async () => {
    const [survivor, loser] = [one, other].sort() as [string, string];
    await hub.link.samePerson([{ current: numberOf(2), previous: numberOf(1) }]);
    const { data } = await hub.ask('query ($id: ID!) { person(id: $id) { id disclosures { totalCount } } }', auditor, {
      id: loser,
    });
    expect(data.person).toEqual({ id: survivor, disclosures: { totalCount: ENTRIES } });
  });
});

describe('Query.ledgerHead', () => {
  it('is null until a head is signed, then the newest, and the auditor’s alone', async () => {
    const query = '{ ledgerHead { entries rootHash signature at } }';
    expect((await hub.ask(query, auditor)).data.ledgerHead).toBeNull();
    const folder = mkdtempSync(join(tmpdir(), 'governance-hub-keys-'));
    const ring = openPairRing(folder, 'ledger');
    const { note } = await openCheckpoints(hub.database, ring).sign();
    const { ledgerHead } = (await hub.ask(query, auditor)).data;
    const { origin, size, root } = readCheckpoint(note);
    expect([ledgerHead.entries, ledgerHead.rootHash]).toEqual([ENTRIES, root.toString('base64')]);
    const told = readNote(`${checkpointText({ origin, size, root })}\n${ledgerHead.signature}\n`);
    expect(signersOf(told, [noteKey(origin, ring.newest.publicKey)])).toHaveLength(1);
    rmSync(folder, { recursive: true });
    expect((await hub.ask('{ ledgerHead { rootHash } }', viewer())).codes).toEqual(['FORBIDDEN']);
  });
});

describe('a read that is withheld', () => {
  const PAGE = `query ($id: ID!, $first: Int, $after: String) { person(id: $id) { id disclosures(first: $first, after: $after) {
    totalCount nodes { id caseNumber } pageInfo { hasNextPage endCursor } } } }`;
  const sql = (text: string, values: unknown[] = []) => hub.database.pool.query(text, values);
  const read = (caseNumber: string | null, purpose = 'case-handling') =>
    ledgerIn(hub.database).disclose([
      {
        requestId: 'request',
        client: 'client',
        user: null,
        organization: null,
        department: 'justice',
        purpose,
        caseNumber,
        persons: [suspect],
        fields: ['Person.mediations'],
        breakGlass: false,
        answer: null,
      },
    ]);
  const log = async (asker: Viewer) => {
    const cases: (string | null)[] = [];
    let total = -1;
    await everyPage(async (after) => {
      const { data } = await hub.ask(PAGE, asker, { id: suspect, first: 1, after });
      const { totalCount, nodes, pageInfo } = data.person.disclosures;
      cases.push(...nodes.map((node: { caseNumber: string | null }) => node.caseNumber));
      total = totalCount;
      return { nodes, pageInfo };
    });
    return { cases, total };
  };
  const own = () => log(citizenOf(suspect));
  const audited = () => log(auditor);
  let suspect: string;

  beforeAll(async () => {
    [suspect] = (await hub.link.persons([numberOf(3)])) as [string];
    await hub.link.publishAreas([{ person: suspect, areaCode: HERE }]);
    for (const [caseNumber, purpose] of [
      ['C1', 'case-handling'],
      ['C2', 'emergency-response'],
      ['C3', 'emergency-response'],
      [null, 'emergency-response'],
      ['C4', 'case-handling'],
    ] as const) {
      await read(caseNumber, purpose);
    }
  });

  it('is told to the auditor alone where its purpose withholds, until its matter is released', async () => {
    const all = { cases: ['C4', null, 'C3', 'C2', 'C1'], total: 5 };
    expect(await own()).toEqual(all);
    await sql(`UPDATE purpose SET withheld_until_released = true WHERE code = 'emergency-response'`);
    expect(await own()).toEqual({ cases: ['C4', 'C1'], total: 2 });
    expect(await audited()).toEqual(all);
    expect((await withheldMatters(hub.database)).map(({ caseNumber, reads }) => [caseNumber, reads])).toEqual([
      ['C2', 1],
      ['C3', 1],
      [null, 1],
    ]);
    await releaseCase(hub.database, 'C2', 'officer');
    expect(await own()).toEqual({ cases: ['C4', 'C2', 'C1'], total: 3 });
    await sql(`UPDATE purpose SET withheld_until_released = false WHERE code = 'emergency-response'`);
    expect(await own()).toEqual(all);
  });

  it('is told to the auditor alone where its matter is withheld, also when it comes later or is asked for by an older cursor', async () => {
    const { data } = await hub.ask(PAGE, citizenOf(suspect), { id: suspect, first: 1 });
    await withholdCase(hub.database, 'C1', 'officer');
    await read('C1');
    const { data: rest } = await hub.ask(PAGE, citizenOf(suspect), {
      id: suspect,
      first: 100,
      after: data.person.disclosures.pageInfo.endCursor,
    });
    const told = rest.person.disclosures;
    expect(told.nodes.map(({ caseNumber }: { caseNumber: string | null }) => caseNumber)).toEqual([null, 'C3', 'C2']);
    expect(await own()).toEqual({ cases: ['C4', null, 'C3', 'C2'], total: 4 });
    expect((await audited()).total).toBe(6);
    expect(await withheldMatters(hub.database)).toMatchObject([{ caseNumber: 'C1', purpose: null, reads: 2 }]);
    await releaseCase(hub.database, 'C1', 'officer');
    expect((await own()).total).toBe(6);
    expect(await withheldMatters(hub.database)).toEqual([]);
  });
});
