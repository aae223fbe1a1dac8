import { beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import purposes from '../../subgraphs/hub/purposes/purposes.json' with { type: 'json' };
import { ask, operation } from '../kit/hub-client.ts';
import { analyst, auditor, docketOf, handlerOf, idOf } from './askers.ts';
import { districtFile, truthRows } from './truth/truth-file.ts';
import { personAt, theWorld } from './truth/world.ts';

const world = theWorld();
const trail = operation('audit-trail');
const departments = departmentNames().filter((name) => name !== 'hub');
const party = world.notable.everythingAll[2] as (typeof world.notable.everythingAll)[number];

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
let answer: any;
let person: string;

beforeAll(async () => {
  person = await idOf(party);
  const { data, errors, text } = await ask(auditor, trail, { person });
  if (errors.length > 0) throw new Error(text);
  answer = data;
});

describe('the auditor', () => {
  it('sees how many rows of each source came in and were set aside, all files together', async () => {
    expect(answer.dataSources.map(({ department }: { department: string }) => department)).toEqual(departments);
    const { files } = districtFile();
    for (const department of departments) {
      const written = files.filter((file) => file.department === department).reduce((sum, { rows }) => sum + rows, 0);
      const refused = truthRows().filter((row) => row.department === department && row.class === 'rejectable').length;
      const source = answer.dataSources.find((one: { department: string }) => one.department === department);
      expect(source).toMatchObject({
        status: 'UP',
        quarantined: refused,
        rows: written - refused,
        asOf: expect.stringMatching(/^2026-1[01]-/),
      });
    }
  });

  it('sees of each source its newest files, whose rows were all accepted or set aside for a reason', () => {
    for (const { batches } of answer.dataSources) {
      expect(batches).toHaveLength(3);
      for (const { rows, accepted, quarantined, reasons } of batches) {
        expect(accepted + quarantined).toBe(rows);
        expect(reasons.reduce((sum: number, one: { rows: number }) => sum + one.rows, 0)).toBe(quarantined);
      }
    }
  });

  it('sees every purpose with its legal basis, what it is bound to and what it opens', () => {
    expect(answer.purposes.map(({ code }: { code: string }) => code).sort()).toEqual(
      purposes.map(({ code }) => code).sort(),
    );
    for (const { legalBasis, titleZh, scopes } of answer.purposes) {
      expect(legalBasis).toMatch(/法|条例/);
      expect(titleZh).toMatch(/\p{Script=Han}/u);
      expect(scopes.length).toBeGreaterThan(0);
    }
  });

  it('sees one more disclosure for each department that a request read somebody from, and who asked why', async () => {
    const before = answer.person.disclosures.totalCount as number;
    const user = `reader-${Date.now()}`;
    const matter = world.matter(party.matter);
    await ask({ ...handlerOf(matter), user }, operation('person-record'), { person });
    const { data } = await ask(auditor, trail, { person });
    const { nodes, totalCount } = data.person.disclosures;
    const own = nodes.filter((one: { user: string }) => one.user === user);
    // The auditor's own look is a disclosure too.
    expect(totalCount).toBe(before + own.length + 1);
    const read = new Set(own.map(({ department }: { department: string }) => department));
    expect([...read].sort()).toEqual([...departments].sort());
    for (const entry of own) {
      expect(entry).toMatchObject({
        caseNumber: matter.number,
        purpose: { code: 'case-handling', titleZh: '在办事项办理' },
      });
      expect(entry.fields.length).toBeGreaterThan(0);
      expect(Date.now() - Date.parse(entry.at)).toBeLessThan(60_000);
    }
  });

  it('sees nothing more where a request was refused, or read nobody', async () => {
    const { data: before } = await ask(auditor, trail, { person });
    await ask(docketOf(), operation('sealed-envelope').replace('person { id ', 'person { '), {
      case: 'QJ-0000-000000',
    });
    await ask(analyst, operation('person-record'), { person });
    await ask(analyst, '{ populationStatistics(groupBy: [TOWN]) { asOf } }');
    const { data: after } = await ask(auditor, trail, { person });
    expect(after.person.disclosures.totalCount).toBe(before.person.disclosures.totalCount + 1);
    expect(after.person.disclosures.nodes[0]).toMatchObject({ user: 'auditor-user', department: 'hub' });
  });

  it('sees the newest signed head of the ledger, which covers what was read before', async () => {
    const { entries, rootHash, signature, at } = answer.ledgerHead;
    expect(entries).toBeGreaterThanOrEqual(0);
    expect(Buffer.from(rootHash, 'base64')).toHaveLength(32);
    expect(signature).toMatch(/^— county-governance-hub\/ledger-[0-9a-f]{12} [A-Za-z0-9+/=]+$/);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 1_000);
    const head = async () => (await ask(auditor, '{ ledgerHead { entries } }')).data.ledgerHead.entries as number;
    await expect.poll(head, { timeout: 10_000 }).toBeGreaterThan(entries);
  });

  it('sees who read, never whom by name or number', async () => {
    const { name, idNumber, phone } = personAt(party);
    for (const secret of [name, idNumber, phone]) expect(JSON.stringify(answer)).not.toContain(secret);
    const { data, errors } = await ask(auditor, '{ disclosures(first: 100) { nodes { fields persons { id } } } }');
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/330898\d{8}/);
  });

  it('is nobody but the auditor: a case worker is refused the trail, not the purposes', async () => {
    const { data, errors } = await ask(docketOf(), trail, { person });
    expect(data.purposes).toHaveLength(purposes.length);
    expect(data.person.disclosures).toBeNull();
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(['ledgerHead', 'person.disclosures']);
  });
});

describe('a citizen', () => {
  it('sees who read the own record, and nobody else’s', async () => {
    const query =
      'query ($person: ID!) { person(id: $person) { id disclosures(first: 5) { totalCount nodes { at fields } } } }';
    const citizen = { persona: 'citizen', purpose: 'own-record', person };
    const { data, errors } = await ask(citizen, query, { person });
    expect(errors).toEqual([]);
    expect(data.person.disclosures.totalCount).toBeGreaterThan(0);
    const other = await ask(citizen, query, { person: await idOf(world.notable.nothing) });
    expect(other.data.person?.disclosures ?? null).toBeNull();
    expect(other.errors[0]?.extensions.code).toBe('OUTSIDE_MATTER');
  });
});
