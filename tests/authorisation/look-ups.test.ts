import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearOfTheHour } from '../kit/clear-of-the-hour.ts';
import { type Asker, ask } from '../kit/hub-client.ts';
import { knownWorld } from './known-subjects.ts';
import { sendAs } from './raw-request.ts';

const world = knownWorld();
const { everything } = world.notable;
const somebody = world.family(everything.family).people[everything.person];
const n = somebody?.idNumber;
const LOOK_UP = 'query ($n: String!) { personByIdNumber(idNumber: $n) { id } }';
const asker = (user: string): Asker => ({ persona: 'case-handler', purpose: 'intake', user: `look-ups-${user}` });

/** As many look-ups under different names in one operation. */
const times = (count: number) =>
  `query ($n: String!) { ${Array.from({ length: count }, (_, index) => `p${index}: personByIdNumber(idNumber: $n) { id }`).join(' ')} }`;

const codes = async (user: string, query: string) =>
  (await ask(asker(user), query, { n })).errors.map(({ extensions }) => extensions.code);

/** Looks somebody up as often as told, twenty times an operation, and answers the codes of the errors. */
async function lookUp(user: string, count: number): Promise<string[]> {
  const found: string[] = [];
  for (let left = count; left > 0; left -= 20) found.push(...(await codes(user, times(Math.min(left, 20)))));
  return found;
}

let id: string;
beforeAll(async () => {
  id = (await ask(asker('first'), LOOK_UP, { n })).data.personByIdNumber.id;
});

beforeEach(clearOfTheHour, 30_000);

describe('sixty look-ups an hour and user', () => {
  it('answer, the next one does not', async () => {
    expect(await lookUp('aliases', 60)).toEqual([]);
    const { data, errors } = await ask(asker('aliases'), `${LOOK_UP.slice(0, -1)} area(code: "330803") { name } }`, {
      n,
    });
    expect(data).toEqual({ personByIdNumber: null, area: { name: '衢江区' } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['personByIdNumber'], 'LOOKUP_LIMIT'],
    ]);
  });

  it('are counted alias by alias: what is too many at once is none', async () => {
    expect(await lookUp('at-once', 41)).toEqual([]);
    expect(await codes('at-once', times(20))).toEqual(Array.from({ length: 20 }, () => 'LOOKUP_LIMIT'));
  });

  it('are counted in fragments as often as they are spread under names of their own', async () => {
    expect(await lookUp('fragments', 41)).toEqual([]);
    const parts = Array.from(
      { length: 20 },
      (_, index) => `fragment F${index} on Query { p${index}: personByIdNumber(idNumber: $n) { id } }`,
    );
    const spreads = parts.map((_, index) => (index % 2 ? `...F${index}` : `... on Query { ...F${index} }`)).join(' ');
    expect(new Set(await codes('fragments', `query ($n: String!) { ${spreads} } ${parts.join(' ')}`))).toEqual(
      new Set(['LOOKUP_LIMIT']),
    );
  });

  it('are counted together, by number and by particulars', async () => {
    expect(await lookUp('both', 59)).toEqual([]);
    const particulars = 'findPerson(name: "魏无名", birthDate: "1950-01-01", areaCode: "330803001001") { id }';
    expect(
      await codes('both', `query ($n: String!) { a: ${particulars} b: personByIdNumber(idNumber: $n) { id } }`),
    ).toEqual(['LOOKUP_LIMIT', 'LOOKUP_LIMIT']);
  });

  it('are counted over requests that come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => codes('race', times(10))));
    expect(answers.filter((errors) => errors.length === 0)).toHaveLength(6);
  });

  it('are counted of the operation that is named, whichever stands first', async () => {
    const query = `query Other { area(code: "330803") { name } } ${times(2).replace('query', 'query Many')}`;
    await lookUp('named', 59);
    const { body } = await sendAs(asker('named'), { query, operationName: 'Many', variables: { n } });
    expect(body.errors).toHaveLength(2);
    const other = await sendAs(asker('unnamed'), { query, operationName: 'Other', variables: { n } });
    expect(other.body).toEqual({ data: { area: { name: '衢江区' } } });
  });

  it('used up leave another user theirs, and the same user the person by id', async () => {
    await lookUp('used', 60);
    expect(await codes('another', LOOK_UP)).toEqual([]);
    const { data, errors } = await ask(
      asker('used'),
      `query ($n: String!) { person(id: "${id}") { maskedName identity { name } } personByIdNumber(idNumber: $n) { id } }`,
      { n },
    );
    expect(data.person.maskedName).toMatch(/^.\*+$/);
    expect(errors.map(({ extensions }) => extensions.code).sort()).toEqual(['FORBIDDEN', 'LOOKUP_LIMIT']);
  });

  it('are not taken for what is asked for without the purpose', async () => {
    const { errors } = await ask({ ...asker('purposeless'), purpose: 'docket' }, times(20), { n });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(await lookUp('purposeless', 60)).toEqual([]);
  });
});

it('fragments that spread one another over and over do not keep the hub busy', async () => {
  const parts = Array.from(
    { length: 40 },
    (_, index) => `fragment F${index + 1} on Query { ...F${index} ...F${index} }`,
  );
  const start = performance.now();
  const { errors } = await ask(
    asker('spread'),
    `{ ...F40 } fragment F0 on Query { area(code: "330803") { name } } ${parts.join(' ')}`,
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual([expect.stringMatching(/^LIMIT_|TOO_LARGE$/)]);
  expect(performance.now() - start).toBeLessThan(5_000);
});
