import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { caseCategories } from '../extracts/codes/case-codes.ts';
import { openCenter, SCOPES } from './center.ts';

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

const NARRATIVE = /description|summary|comment|note\b|findings/;
const officer = viewer({ scopes: SCOPES });
const ONE_CASE = `query ($number: ID!) { case(number: $number) {
  number references { system number } channel service title status level resolvedAtLevel tier scale version overdue
  acceptedAt dueAt resolvedAt closedAt category { system code label labelZh } opens area { code name } grid { code name }
  holder { id name stationing board } description parties { role person { id } organization { name } }
  dispatches { kind unit { name } issuedAt receivedAt contactedAt arrivedAt breaches }
  outcome { material emotional summary } followUp { reached satisfied score comment } related { number status }
  timeline { kind at by organization { name } from to legalGround { labelZh } note }
} }`;

describe('Query.case', () => {
  it('answers a case with its whole life, as it was extracted', async () => {
    const { everything } = center.world.notable;
    const matter = center.world.matter(everything.matter);
    const { data, errors } = await center.ask(ONE_CASE, officer, { number: matter.number });
    expect(errors).toBeUndefined();
    expect(data.case).toMatchObject({
      number: matter.number,
      status: matter.status,
      title: matter.title,
      description: matter.description,
      acceptedAt: matter.acceptedAt,
      category: { system: 'case-category', code: 'comprehensive-support', labelZh: '综合帮扶' },
      holder: { id: 'CENTER', name: '区社会治理中心', stationing: null, board: null },
      area: { code: matter.areaCode },
      grid: { code: center.world.grids[matter.grid]?.code },
      parties: [{ role: 'APPLICANT', person: { id: center.personId(everything) }, organization: null }],
    });
    expect(data.case.timeline.map(({ kind, at }: { kind: string; at: string }) => [kind, at])).toEqual(
      matter.events.map(({ kind, at }) => [kind, at]),
    );
    expect(data.case.opens).toContain('civil-affairs.assistance:read');
    expect(data.case.opens).not.toContain('medical-insurance.health:read');
  });

  it('answers what a matter is checked by in at most four statements', async () => {
    const { number } = center.world.matter(center.world.notable.everything.matter);
    const lookup = `query ($number: ID!) { case(number: $number) {
      number status holder { id } opens parties { person { id } } dispatches { id kind arrivedAt } } }`;
    const { data, statements, extensions } = await center.ask(lookup, officer, { number });
    expect(data.case.holder).toEqual({ id: 'CENTER' });
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(extensions.admitted).toEqual([center.personId(center.world.notable.everything)]);
  });

  it('has no case outside the viewer’s areas, without an error', async () => {
    const { number, areaCode } = center.world.matter(0);
    const town = center.world.villages.find(({ townCode }) => !areaCode.startsWith(townCode))?.townCode ?? '';
    const stranger = viewer({ scopes: SCOPES, areas: [town] });
    const { data, errors } = await center.ask(ONE_CASE, stranger, { number });
    expect([data, errors]).toEqual([{ case: null }, undefined]);
  });

  it('answers the matter in hand outside the viewer’s areas', async () => {
    const { number } = center.world.matter(0);
    const matter = { caseNumber: number, persons: [], households: [] };
    const handler = viewer({ scopes: ['governance-center.case:read'], areas: [], matter });
    const { data } = await center.ask('query ($number: ID!) { case(number: $number) { status } }', handler, { number });
    expect(data.case).toEqual({ status: center.world.matter(0).status });
  });
});

describe('the narrative of a case', () => {
  const reader = viewer({ scopes: SCOPES.filter((scope) => scope !== 'governance-center.case:narrative') });

  it('is not selected where it is not asked for, and is where it is', async () => {
    const { number } = center.world.matter(center.world.notable.everything.matter);
    const query = `query ($number: ID!) { case(number: $number) { title timeline { kind } followUp { score }
      outcome { material } related { number } parties { role } dispatches { kind } } }`;
    const silent = await center.ask(query, officer, { number });
    expect(silent.errors).toBeUndefined();
    expect(silent.statements.filter((text) => NARRATIVE.test(text))).toEqual([]);
    const told = await center.ask(ONE_CASE, officer, { number });
    expect(told.statements.filter((text) => NARRATIVE.test(text))).toHaveLength(2);
  });

  it('is refused field by field, and the rest answers', async () => {
    const { number, status } = center.world.matter(center.world.notable.everything.matter);
    const { data, codes, statements } = await center.ask(ONE_CASE, reader, { number });
    expect(data.case).toMatchObject({ status, description: null });
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    expect(statements.filter((text) => NARRATIVE.test(text))).toEqual([]);
  });

  it('opens under a matter for that case alone', async () => {
    const [own, other] = [center.world.matter(0).number, center.world.matter(1).number];
    const handler = viewer({
      scopes: ['governance-center.case:read'],
      matterScopes: ['governance-center.case:narrative'],
      matter: { caseNumber: own, persons: [], households: [] },
    });
    const query =
      'query ($own: ID!, $other: ID!) { own: case(number: $own) { description } other: case(number: $other) { description } }';
    const { data, codes } = await center.ask(query, handler, { own, other });
    expect(data).toEqual({ own: { description: center.world.matter(0).description }, other: { description: null } });
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('is entered as disclosed with the parties that it may name', async () => {
    const { number } = center.world.matter(center.world.notable.everything.matter);
    const { extensions } = await center.ask('query ($n: ID!) { case(number: $n) { description } }', officer, {
      n: number,
    });
    const persons = [center.personId(center.world.notable.everything)];
    expect(extensions.disclosed).toEqual([{ fields: 'Case.narrative', persons }]);
  });
});

describe('Case.related', () => {
  it('shows live cases with the same parties, or of the kind in the village within thirty days', async () => {
    const query = `query { cases(first: 100) { nodes { number category { code } area { code } acceptedAt
      parties { person { id } }
      related { number status category { code } area { code } acceptedAt parties { person { id } } } } } }`;
    const { data } = await center.ask(query, officer);
    type Shown = { number: string; status: string; category: { code: string }; area: { code: string } };
    type Full = Shown & { acceptedAt: string; parties: { person: { id: string } | null }[]; related: Full[] };
    const related = (data.cases.nodes as Full[]).flatMap((self) => self.related.map((other) => [self, other] as const));
    expect(related.length).toBeGreaterThan(0);
    for (const [self, other] of related) {
      const days = Math.abs(Date.parse(self.acceptedAt) - Date.parse(other.acceptedAt)) / 86_400_000;
      const near = self.area.code === other.area.code && self.category.code === other.category.code && days <= 30;
      const people = new Set(self.parties.map(({ person }) => person?.id));
      const shares = other.parties.some(({ person }) => person && people.has(person.id));
      expect(near || shares).toBe(true);
      expect(['CLOSED', 'WITHDRAWN', 'MERGED']).not.toContain(other.status);
      expect(other.number).not.toBe(self.number);
    }
  });
});

describe('the table of categories', () => {
  it('knows every category that an extract may hold, and what it may open', async () => {
    const { rows } = await center.database.pool.query('SELECT code, label_zh, opens FROM case_category ORDER BY code');
    expect(new Map(rows.map(({ code, label_zh: label }) => [label, code]))).toEqual(
      new Map(Object.entries(caseCategories).sort(([, one], [, other]) => (one < other ? -1 : 1))),
    );
    const opens = new Map<string, string[]>(rows.map((row) => [row.code, row.opens]));
    for (const scopes of opens.values()) {
      expect(scopes).toEqual(
        expect.arrayContaining(['governance-center.case:narrative', 'governance-center.case:write']),
      );
    }
    for (const kind of ['property-management', 'neighbour-dispute', 'land-resources', 'lending']) {
      expect(
        opens.get(kind)?.filter((scope) => /health|enrolment|assistance|account|care|marriage/.test(scope)),
      ).toEqual([]);
    }
    expect(
      [...opens].filter(([, scopes]) => scopes.includes('medical-insurance.health:read')).map(([code]) => code),
    ).toEqual(['emergency-rescue']);
  });
});

describe('Dispatch', () => {
  it('names the stages of an immediate response that took too long', async () => {
    const matters = Array.from({ length: center.world.matters }, (_, index) => center.world.matter(index));
    const given = matters.flatMap(({ number, dispatches }) => dispatches.map((dispatch) => ({ number, dispatch })));
    expect(given.length).toBeGreaterThan(0);
    for (const { number } of given) {
      const query = 'query ($n: ID!) { case(number: $n) { dispatches { kind issuedAt breaches } } }';
      const { data } = await center.ask(query, officer, { n: number });
      const expected = given
        .filter((one) => one.number === number)
        .map(({ dispatch: { kind, issuedAt, breaches } }) => ({ kind, issuedAt, breaches }));
      if (data.case) expect(data.case.dispatches).toEqual(expected);
    }
  });
});
