import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import { HERE, type HubRegister, matterOf, numberOf, openHubRegister, THERE, viewer } from './hub-register.ts';

const READ = 'public-security.person:read';
const LOOKUP = 'hub.person:lookup';
const PERSON = 'query ($id: ID!) { person(id: $id) { id } }';
const BY_NUMBER = 'query ($n: String!) { personByIdNumber(idNumber: $n) { id } }';
/** 330898 600101 001 in fifteen digits. */
const FIFTEEN = '330898600101001';

let hub: HubRegister;
let here: string;
let there: string;
let nowhere: string;
let older: string;
let younger: string;

beforeAll(async () => {
  hub = await openHubRegister();
  [here, there, nowhere, older, younger] = (await hub.link.persons([1, 2, 3, 4, 5].map((n) => numberOf(n)))) as [
    string,
    string,
    string,
    string,
    string,
  ];
  [older, younger] = [older, younger].sort() as [string, string];
  await hub.link.publishAreas([
    { person: here, areaCode: HERE },
    { person: there, areaCode: THERE },
    { person: older, areaCode: HERE },
  ]);
  await hub.link.samePerson([{ current: numberOf(5), previous: numberOf(4) }]);
});
afterAll(() => hub?.close());

const person = async (id: string, asker: Viewer) => {
  const { data, codes } = await hub.ask(PERSON, asker, { id });
  return codes.length > 0 ? codes : (data.person?.id ?? null);
};
const byNumber = (n: string, asker: Viewer) => hub.ask(BY_NUMBER, asker, { n });

describe('Query.person', () => {
  it('answers a reference for whom the hub knows, and null for whom it does not', async () => {
    const asker = viewer({ scopes: [READ] });
    expect(await person(here, asker)).toBe(here);
    expect(await person('00000000-0000-7000-8000-000000000000', asker)).toBeNull();
    expect(await person('nobody', asker)).toBeNull();
  });

  it('answers null outside the viewer’s areas, except for the subjects of what is visible', async () => {
    expect(await person(there, viewer({ scopes: [READ] }))).toBeNull();
    expect(await person(there, viewer({ scopes: [READ], admitted: [there] }))).toBe(there);
    expect(await person(there, viewer({ scopes: [READ], matter: matterOf([there]) }))).toBe(there);
  });

  it('takes whoever has no area for one of the district at large', async () => {
    expect(await person(nowhere, viewer({ scopes: [READ] }))).toBeNull();
    expect(await person(nowhere, viewer({ scopes: [READ], areas: ['330803'] }))).toBe(nowhere);
    expect(await person(nowhere, viewer({ scopes: [READ], areas: [] }))).toBeNull();
  });

  it('is opened by any of its scopes and refused without one, before reading', async () => {
    for (const scope of ['hub.data-quality:read', 'hub.disclosure:read', 'hub.disclosure:audit']) {
      expect(await person(here, viewer({ scopes: [scope] }))).toBe(here);
    }
    const { codes, statements } = await hub.ask(PERSON, viewer({ scopes: ['hub.disclosure:department'] }), {
      id: here,
    });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
    expect(await person(here, viewer({ matter: matterOf([here]) }))).toEqual(['FORBIDDEN']);
  });

  it('answers for the matter’s subjects alone where every scope does', async () => {
    const citizen = viewer({ matterScopes: ['hub.disclosure:read'], matter: matterOf([there]) });
    expect(await person(there, citizen)).toBe(there);
    expect(await person(here, citizen)).toEqual(['OUTSIDE_MATTER']);
    expect(await person(here, viewer({ ...citizen, scopes: [READ] }))).toBe(here);
  });

  it('answers a superseded id with its survivor, and the old reference with supersededBy', async () => {
    const asker = viewer({ scopes: [READ] });
    expect(await person(younger, asker)).toBe(older);
    const { data, statements } = await hub.ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { id supersededBy { id } } } }',
      asker,
      { of: [younger, older, here].map((id) => ({ __typename: 'Person', id })) },
    );
    expect(data._entities).toEqual([
      { id: younger, supersededBy: { id: older } },
      { id: older, supersededBy: null },
      { id: here, supersededBy: null },
    ]);
    expect(statements).toHaveLength(1);
  });

  it('answers a hundred selections in one statement', async () => {
    const selections = Array.from(
      { length: 100 },
      (_, index) => `p${index}: person(id: "${index % 2 ? here : older}") { id }`,
    );
    const { statements, codes } = await hub.ask(`{ ${selections.join(' ')} }`, viewer({ scopes: [READ] }));
    expect([statements.length, codes]).toEqual([1, []]);
  });
});

describe('Query.personByIdNumber', () => {
  const asker = viewer({ scopes: [LOOKUP] });

  it('finds the same person by eighteen, fifteen and full-width digits, and records the look-up', async () => {
    const eighteen = numberOf(1).canonical;
    const wide = [...eighteen].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const number of [eighteen, FIFTEEN, wide, ` ${eighteen.toLowerCase()} `]) {
      const { data, extensions, statements } = await byNumber(number, asker);
      expect(data.personByIdNumber).toEqual({ id: here });
      expect(extensions.disclosed).toEqual([{ fields: 'Person.id', persons: [here] }]);
      expect(statements).toHaveLength(1);
    }
  });

  it('finds the survivor by an earlier number', async () => {
    expect((await byNumber(numberOf(4).canonical, asker)).data.personByIdNumber).toEqual({ id: older });
    expect((await byNumber(numberOf(5).canonical, asker)).data.personByIdNumber).toEqual({ id: older });
  });

  it('answers null for a number that nobody has and makes nobody of it', async () => {
    const people = async () => (await hub.database.pool.query('SELECT count(*) FROM person_token')).rows[0].count;
    const before = await people();
    const { data, codes, extensions } = await byNumber(numberOf(900).canonical, asker);
    expect([data.personByIdNumber, codes, extensions.disclosed]).toEqual([null, [], []]);
    expect(await people()).toBe(before);
  });

  it('answers null for somebody outside the viewer’s areas and discloses nothing', async () => {
    const { data, codes, extensions } = await byNumber(numberOf(2).canonical, asker);
    expect([data.personByIdNumber, codes, extensions.disclosed]).toEqual([null, [], []]);
  });

  it('answers null for somebody protected as for nobody, by the same statement', async () => {
    const ordinary = await byNumber(numberOf(1).canonical, asker);
    const hidden = await byNumber(numberOf(1).canonical, { ...asker, withheld: [here] });
    expect([hidden.data.personByIdNumber, hidden.codes, hidden.extensions.disclosed]).toEqual([null, [], []]);
    expect(hidden.statements).toEqual(ordinary.statements);
  });

  it('refuses what cannot be a number, without repeating it', async () => {
    const wrong = `${numberOf(1).canonical.slice(0, 17)}${numberOf(1).canonical.endsWith('1') ? '2' : '1'}`;
    const { codes, errors, statements } = await byNumber(wrong, asker);
    expect([codes, statements]).toEqual([['INVALID_ARGUMENT'], []]);
    expect(errors?.[0]?.message).toContain('ID_NUMBER_CHECK_CHARACTER');
    expect(JSON.stringify(errors)).not.toContain(wrong.slice(0, 10));
  });

  it('refuses a viewer without hub.person:lookup, before reading', async () => {
    const { codes, statements } = await byNumber(numberOf(1).canonical, viewer({ scopes: [READ] }));
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});

describe('Query.household', () => {
  const HOUSEHOLD = 'query ($id: ID!) { household(id: $id) { id } }';

  it('answers a household that is known, also by an id that gave way, and null otherwise', async () => {
    const [first, second] = (await hub.link.households(['H1', 'H2'])) as [string, string];
    await hub.link.sameHousehold([{ current: 'H2', previous: 'H1' }]);
    const [survivor] = [first, second].sort();
    const asker = viewer({ scopes: [READ], areas: ['330803'] });
    for (const id of [first, second]) {
      expect((await hub.ask(HOUSEHOLD, asker, { id })).data.household).toEqual({ id: survivor });
    }
    expect((await hub.ask(HOUSEHOLD, asker, { id: here })).data.household).toBeNull();
  });

  it('answers nothing for a household outside the areas, unless the matter concerns it', async () => {
    const [elsewhere] = (await hub.link.households(['H3'])) as [string];
    await hub.link.publishHouseholdAreas([{ household: elsewhere, areaCode: '330803219' }]);
    const asker = viewer({ scopes: [READ], areas: ['330803001'] });
    expect((await hub.ask(HOUSEHOLD, asker, { id: elsewhere })).data.household).toBeNull();
    const concerned = viewer({ scopes: [READ], areas: ['330803001'], matter: matterOf([], [elsewhere]) });
    expect((await hub.ask(HOUSEHOLD, concerned, { id: elsewhere })).data.household).toEqual({ id: elsewhere });
  });

  it('refuses a viewer without the scope, and those outside the matter, before reading', async () => {
    const refused = await hub.ask(HOUSEHOLD, viewer(), { id: here });
    expect([refused.codes, refused.statements]).toEqual([['FORBIDDEN'], []]);
    const bound = viewer({ matterScopes: [READ], matter: matterOf([], [there]) });
    expect((await hub.ask(HOUSEHOLD, bound, { id: here })).codes).toEqual(['OUTSIDE_MATTER']);
  });
});
