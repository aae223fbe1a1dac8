import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bureau, HERE, openBureau, personId, THERE, viewer } from './bureau.ts';

const LOOKUP = 'hub.person:lookup';
const FIND = `query ($name: String!, $birthDate: Date!, $areaCode: String!) {
  findPerson(name: $name, birthDate: $birthDate, areaCode: $areaCode) { id } }`;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('person', [
    { name: '魏一' },
    { name: '魏二' },
    { name: '魏二' },
    { name: '魏三' },
    { name: '魏三', status: 'DECEASED' },
    { name: '魏四', area_code: THERE },
    { name: '魏五', status: 'CANCELLED' },
  ]);
});
afterAll(() => bureau?.close());

const find = async (name: string, changes: { birthDate?: string; areaCode?: string } = {}) =>
  bureau.ask(FIND, viewer({ scopes: [LOOKUP] }), { name, birthDate: '1960-01-01', areaCode: HERE, ...changes });

describe('findPerson', () => {
  it('finds the one living person whom all three fit, in one statement, and enters the disclosure', async () => {
    const { data, statements, extensions } = await find('魏一');
    expect(data.findPerson).toEqual({ id: personId(1) });
    expect(statements).toHaveLength(1);
    expect(extensions.disclosed).toEqual([{ fields: 'Query.findPerson', persons: [personId(1)] }]);
  });

  it('counts the living alone', async () => {
    expect((await find('魏三')).data.findPerson).toEqual({ id: personId(4) });
    expect((await find('魏五')).data.findPerson).toBeNull();
  });

  it.each([
    ['two people of one name and birth date', '魏二', {}],
    ['half a name', '魏', {}],
    ['a pattern for a name', '魏%', {}],
    ['another birth date', '魏一', { birthDate: '1960-01-02' }],
    ['a wider area', '魏一', { areaCode: HERE.slice(0, 9) }],
    ['somebody outside the viewer’s areas', '魏四', { areaCode: THERE }],
  ])('finds nobody for %s, without an error', async (_, name, changes) => {
    const { data, codes, extensions } = await find(name, changes);
    expect([data.findPerson, codes, extensions.disclosed]).toEqual([null, [], []]);
  });

  it('finds nobody who is protected, in the same statement as everybody, and whom that leaves alone neither', async () => {
    const asked = (withheld: readonly string[], name: string) =>
      bureau.ask(FIND, viewer({ scopes: [LOOKUP], withheld }), { name, birthDate: '1960-01-01', areaCode: HERE });
    const ordinary = await asked([], '魏一');
    const hidden = await asked([personId(1)], '魏一');
    expect([hidden.data.findPerson, hidden.codes, hidden.extensions.disclosed]).toEqual([null, [], []]);
    expect(hidden.statements).toEqual(ordinary.statements);
    expect((await asked([personId(2)], '魏二')).data.findPerson).toBeNull();
  });

  it('answers several questions of one request in one statement', async () => {
    const { data, statements } = await bureau.ask(
      `{ ${['魏一', '魏二', '魏三']
        .map(
          (name, index) =>
            `p${index}: findPerson(name: "${name}", birthDate: "1960-01-01", areaCode: "${HERE}") { id }`,
        )
        .join(' ')} }`,
      viewer({ scopes: [LOOKUP] }),
    );
    expect(data).toEqual({ p0: { id: personId(1) }, p1: null, p2: { id: personId(4) } });
    expect(statements).toHaveLength(1);
  });

  it.each([
    ['without the scope', viewer(), 'FORBIDDEN'],
    ['with the scope bound to a matter', viewer({ matterScopes: [LOOKUP] }), 'OUTSIDE_MATTER'],
  ])('refuses a viewer %s, before reading', async (_, asker, code) => {
    const { codes, statements } = await bureau.ask(FIND, asker, {
      name: '魏一',
      birthDate: '1960-01-01',
      areaCode: HERE,
    });
    expect([codes, statements]).toEqual([[code], []]);
  });
});
