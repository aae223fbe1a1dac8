import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { type Bureau, entities, HERE, hundred, idOf, openBureau, THERE, viewer } from './bureau.ts';

const READ = 'public-security.incident:read';
const NARRATIVE = 'governance-center.case:narrative';
const ELSEWHERE = 101;
const KEPT = 102;

let bureau: Bureau;

const caseNumber = (number: number): string => `QJ-2026-${String(number).padStart(6, '0')}`;
const cases = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ __typename: 'Case', number: caseNumber(number) }));
const incidents = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ __typename: 'Incident', id: idOf('d', number) }));

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('incident', [
    ...hundred.map((number) => ({ summary: `魏某与邻居争吵 ${number}` })),
    { area_code: THERE, summary: '他处' },
    { summary: '未移交' },
  ]);
  await bureau.insert(
    'incident_handover',
    [...hundred, ELSEWHERE].map((number) => ({ case_number: caseNumber(number), incident_number: `J${number}` })),
  );
  await bureau.ask(entities('Case', 'incidents { source { department } }'), viewer({ scopes: [READ] }), {
    of: cases(1),
  });
});
afterAll(() => bureau?.close());

describe('Case.incidents', () => {
  it('reads the incidents of a hundred matters in one statement', async () => {
    const { data, statements, extensions } = await bureau.ask(
      entities(
        'Case',
        `incidents { id number kind { system code labelZh } level channel reportedAt arrivedAt outcome area { code }
          source { department } }`,
      ),
      viewer({ scopes: [READ] }),
      { of: cases(...hundred) },
    );
    expect(statements).toHaveLength(1);
    expect(data._entities[0].incidents).toEqual([
      {
        id: idOf('d', 1),
        number: 'J1',
        kind: { system: 'incident-kind', code: '04', labelZh: '纠纷警情' },
        level: 3,
        channel: 'HOTLINE_110',
        reportedAt: '2026-05-01T10:00:00+08:00',
        arrivedAt: null,
        outcome: 'TRANSFERRED',
        area: { code: HERE },
        source: { department: 'public-security' },
      },
    ]);
    expect(extensions.disclosed).toEqual([]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { codes, statements } = await bureau.ask(entities('Case', 'incidents { number }'), viewer(), {
      of: cases(1),
    });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });

  it('has no incident of another area, unless it belongs to the matter in hand', async () => {
    const question = entities('Case', 'incidents { number }');
    const hidden = await bureau.ask(question, viewer({ scopes: [READ] }), { of: cases(ELSEWHERE) });
    expect(hidden.data._entities).toEqual([{ incidents: [] }]);
    const matter = { caseNumber: caseNumber(ELSEWHERE), persons: [], households: [] };
    const shown = await bureau.ask(question, viewer({ scopes: [READ], matter }), { of: cases(ELSEWHERE) });
    expect(shown.data._entities).toEqual([{ incidents: [{ number: `J${ELSEWHERE}` }] }]);
  });
});

describe('Incident', () => {
  it('is found by id once it was handed over, in one statement, and never before', async () => {
    const { data, statements } = await bureau.ask(entities('Incident', 'number'), viewer({ scopes: [READ] }), {
      of: incidents(...hundred, KEPT),
    });
    expect(statements).toHaveLength(1);
    expect(data._entities[0]).toEqual({ number: 'J1' });
    expect(data._entities[100]).toBeNull();
  });

  it('is refused by id without the scope, before reading, and outside the matter where that bounds the scope', async () => {
    const refused = await bureau.ask(entities('Incident', 'number'), viewer(), { of: incidents(1) });
    expect([refused.codes, refused.statements]).toEqual([['FORBIDDEN'], []]);
    const matter = { caseNumber: caseNumber(1), persons: [], households: [] };
    const bound = await bureau.ask(entities('Incident', 'number'), viewer({ matterScopes: [READ], matter }), {
      of: incidents(1, 2),
    });
    expect(bound.data._entities).toEqual([{ number: 'J1' }, null]);
  });

  it('tells its summary in one statement more', async () => {
    const { data, statements, extensions } = await bureau.ask(
      entities('Case', 'incidents { summary }'),
      viewer({ scopes: [READ, NARRATIVE] }),
      { of: cases(...hundred) },
    );
    expect(statements).toHaveLength(2);
    expect(data._entities[6]).toEqual({ incidents: [{ summary: '魏某与邻居争吵 7' }] });
    expect(extensions.disclosed.map(({ fields }) => fields)).toEqual(['Incident.summary']);
  });

  it('keeps its summary from a viewer without the scope: nothing of it is read', async () => {
    const { data, codes, statements } = await bureau.ask(
      entities('Case', 'incidents { number summary }'),
      viewer({ scopes: [READ] }),
      { of: cases(1) },
    );
    expect(data._entities).toEqual([{ incidents: [{ number: 'J1', summary: null }] }]);
    expect(codes).toEqual(['FORBIDDEN']);
    expect(statements.join()).not.toContain('summary');
  });

  it('tells the summary of the matter in hand alone where the scope is bound to it', async () => {
    const matter = { caseNumber: caseNumber(1), persons: [], households: [] };
    const { data, codes } = await bureau.ask(
      entities('Case', 'incidents { summary }'),
      viewer({ scopes: [READ], matterScopes: [NARRATIVE], matter }),
      { of: cases(1, 2) },
    );
    expect(data._entities).toEqual([
      { incidents: [{ summary: '魏某与邻居争吵 1' }] },
      { incidents: [{ summary: null }] },
    ]);
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('is reached through a matter alone: no other type has a field of it', () => {
    const holders = Object.values(subgraph.schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => Object.values(type.getFields()).some((field) => /\bIncident\b/.test(String(field.type))))
      .map(({ name }) => name);
    expect(holders).toEqual(['Case']);
  });

  it('has no person in its table', async () => {
    const { rows } = await bureau.database.pool.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name LIKE 'incident%' AND column_name ~ 'person|party|name'`,
    );
    expect(rows).toEqual([]);
  });
});
