import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import { type Department, HERE, hundred, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { mediation, openBureau, organizationId, party, personId } from './bureau.ts';

const READ = 'justice.mediation:read';
const HISTORY = 'justice.mediation:history';
const ELSEWHERE = 201;
const BUSY = 301;

const people = (...numbers: number[]) => numbers.map((number) => ({ id: personId(number) }));
const here = (scopes: string[], changes: object = {}) => viewer({ areas: [HERE], scopes, ...changes });
const matterOf = (person: number) => ({ caseNumber: 'QJ-1', persons: [personId(person)], households: [] });

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  const agreed = {
    status: 'AGREED',
    concluded_at: '2026-05-20T10:00:00+08:00',
    agreement_form: 'WRITTEN',
    agreement_signed_on: '2026-05-20',
    agreement_amount: '1200.5',
    agreement_performed: true,
    confirmation_status: 'NOT_APPLIED',
  };
  await bureau.insert('mediation', [
    ...hundred.map((number) => mediation(number)),
    ...hundred.slice(0, 50).map((number) => mediation(1000 + number, { ...agreed, kind: '05' })),
    mediation(ELSEWHERE, { area_code: THERE, organization_number: null }),
    ...Array.from({ length: 25 }, (_, index) => mediation(BUSY + index, index % 2 ? agreed : {})),
  ]);
  await bureau.insert('mediation_party', [
    ...hundred.flatMap((number) => [party(number, 1, number), party(number, 2, ELSEWHERE + number)]),
    ...hundred.slice(0, 50).map((number) => party(1000 + number, 1, number)),
    party(ELSEWHERE, 1, ELSEWHERE),
    party(ELSEWHERE, 2, 1),
    ...Array.from({ length: 25 }, (_, index) => party(BUSY + index, 3, BUSY + 100)),
  ]);
  await bureau.insert(
    'mediation_assignment',
    hundred.map((number) => ({ mediation_number: `TJ${number}`, mediator_number: 'M1' })),
  );
});
afterAll(() => bureau?.close());

describe('Person.openMediations', () => {
  const selection = 'openMediations { number kind { labelZh } status organization { id name } area { code } }';

  it('reads a hundred people and the organizations in one statement, in the order asked', async () => {
    const { data, statements, extensions } = await bureau.askEntities(
      'Person',
      people(...hundred),
      selection,
      here([READ]),
    );
    expect(statements).toHaveLength(1);
    expect(
      data._entities.map((person: { openMediations: { number: string }[] }) => person.openMediations[0]?.number),
    ).toEqual(hundred.map((number) => `TJ${number}`));
    expect(data._entities[1].openMediations).toEqual([
      {
        number: 'TJ2',
        kind: { labelZh: '邻里' },
        status: 'IN_PROGRESS',
        organization: { id: organizationId(1), name: '樟潭街道人民调解委员会' },
        area: { code: HERE },
      },
    ]);
    expect(extensions.disclosed).toEqual([
      { fields: 'Person.openMediations', persons: expect.arrayContaining(hundred.map(personId)) },
    ]);
  });

  it('leaves out what is concluded and what lies elsewhere', async () => {
    const { data } = await bureau.askEntities(
      'Person',
      people(1, ELSEWHERE),
      'openMediations { number }',
      here([READ]),
    );
    expect(data._entities).toEqual([{ openMediations: [{ number: 'TJ1' }] }, { openMediations: [] }]);
  });

  it('shows of whom the matter in hand concerns every mediation, wherever it lies, and of others those within', async () => {
    const matter = { caseNumber: null, persons: [personId(ELSEWHERE)], households: [] };
    const read = (asker: Viewer) => bureau.askEntities('Person', people(ELSEWHERE), 'openMediations { number }', asker);
    const { data } = await read(here([READ], { matter }));
    expect(data._entities).toEqual([{ openMediations: [{ number: `TJ${ELSEWHERE}` }] }]);
    const visible = await read(here([READ], { admitted: [personId(ELSEWHERE)] }));
    expect(visible.data._entities).toEqual([{ openMediations: [] }]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.askEntities('Person', people(1), selection, here([HISTORY]));
    expect([data._entities, codes, statements]).toEqual([[{ openMediations: null }], ['FORBIDDEN'], []]);
  });

  it('answers for the people of the matter alone where the scope is bound to it', async () => {
    const asker = here([], { matterScopes: [READ], matter: matterOf(1) });
    const { data, codes } = await bureau.askEntities('Person', people(1, 2), 'openMediations { number }', asker);
    expect(data._entities).toEqual([
      { openMediations: [{ number: `TJ${ELSEWHERE}` }, { number: 'TJ1' }] },
      { openMediations: null },
    ]);
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });
});

describe('Person.mediations', () => {
  const page = (args = '') => `mediations${args} { totalCount pageInfo { hasNextPage endCursor } nodes { number } }`;
  const busy = people(BUSY + 100);

  it('reads the pages of a hundred people in one statement, and the totals that no page tells in another', async () => {
    const nodes = 'mediations(first: 5) { nodes { number status agreement { form } } }';
    const one = await bureau.askEntities('Person', people(...hundred), nodes, here([HISTORY]));
    expect(one.statements).toHaveLength(1);
    expect(one.data._entities[0].mediations.nodes).toEqual([
      { number: 'TJ1001', status: 'AGREED', agreement: { form: 'WRITTEN' } },
      { number: 'TJ1', status: 'IN_PROGRESS', agreement: null },
    ]);
    const whole = await bureau.askEntities('Person', people(...hundred), page('(first: 5)'), here([HISTORY]));
    expect(whole.statements).toHaveLength(1);
    expect(whole.data._entities[0].mediations.totalCount).toBe(2);
    const two = await bureau.askEntities('Person', people(...hundred), page('(first: 1)'), here([HISTORY]));
    expect(two.statements).toHaveLength(2);
    expect(two.data._entities[0].mediations.totalCount).toBe(2);
    expect(two.data._entities[60].mediations.totalCount).toBe(1);
  });

  it('goes through all pages, each mediation once, newest first', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const args = after === null ? '(first: 10)' : `(first: 10, after: "${after}")`;
      const { data } = await bureau.askEntities('Person', busy, page(args), here([HISTORY]));
      const { nodes, pageInfo, totalCount } = data._entities[0].mediations;
      expect(totalCount).toBe(25);
      seen.push(...nodes.map(({ number }: { number: string }) => number));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `TJ${BUSY + 24 - index}`));
  });

  it('counts and lists what the filter says', async () => {
    const args = '(first: 3, filter: { status: [AGREED], kind: "02" })';
    const { data } = await bureau.askEntities('Person', busy, page(args), here([HISTORY]));
    expect(data._entities[0].mediations).toMatchObject({ totalCount: 12, nodes: [{ number: 'TJ324' }, {}, {}] });
  });

  it('refuses the cursor of another viewer, person or filter', async () => {
    const { data } = await bureau.askEntities('Person', busy, page('(first: 3)'), here([HISTORY]));
    const after = data._entities[0].mediations.pageInfo.endCursor;
    const again = (asker: ReturnType<typeof here>, of = busy, filter = '') =>
      bureau.askEntities('Person', of, page(`(first: 3, after: "${after}"${filter})`), asker);
    expect((await again(here([HISTORY]))).codes).toEqual([]);
    expect((await again(here([HISTORY], { user: 'another' }))).codes).toEqual(['INVALID_CURSOR']);
    expect((await again(here([HISTORY], { areas: [THERE] }))).codes).toEqual(['INVALID_CURSOR']);
    expect((await again(here([HISTORY]), people(1))).codes).toEqual(['INVALID_CURSOR']);
    expect((await again(here([HISTORY]), busy, ', filter: { kind: "02" }')).codes).toEqual(['INVALID_CURSOR']);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.askEntities('Person', people(1), page(), here([READ]));
    expect([data._entities, codes, statements]).toEqual([[{ mediations: null }], ['FORBIDDEN'], []]);
  });

  it('opens mediators and parties under its own scope, in one statement each', async () => {
    const nested = 'mediations { nodes { number mediators { name } parties { role person { id } } } }';
    const { data, statements, extensions } = await bureau.askEntities(
      'Person',
      people(...hundred),
      nested,
      here([HISTORY]),
    );
    expect(statements).toHaveLength(3);
    expect(data._entities[4].mediations.nodes[1]).toEqual({
      number: 'TJ5',
      mediators: [{ name: '调解员1' }],
      parties: [
        { role: 'APPLICANT', person: { id: personId(5) } },
        { role: 'RESPONDENT', person: { id: personId(ELSEWHERE + 5) } },
      ],
    });
    expect(extensions.admitted).toContain(personId(ELSEWHERE + 5));
  });

  it('answers for the people of the matter alone where the scope is bound to it', async () => {
    const asker = here([], { matterScopes: [HISTORY], matter: matterOf(1) });
    const nested = 'mediations { nodes { number parties { person { id } } } }';
    const { data, codes } = await bureau.askEntities('Person', people(1, 2), nested, asker);
    expect(data._entities[0].mediations.nodes).toHaveLength(3);
    expect(data._entities[0].mediations.nodes[2].parties).toHaveLength(2);
    expect([data._entities[1].mediations, codes]).toEqual([null, ['OUTSIDE_MATTER']]);
  });
});
