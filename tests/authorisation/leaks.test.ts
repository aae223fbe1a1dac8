import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { randomAt } from '../../schema/synthetic/random.ts';
import { type Asker, operation } from '../kit/hub-client.ts';
import { askRoutes } from './ask-routes.ts';
import type { KnownIds } from './field-arguments.ts';
import { type Route, routesOf } from './graph-routes.ts';
import { knownWorld } from './known-subjects.ts';
import { type PlantedWords, plantedWords } from './planted-words.ts';
import { sendAs } from './raw-request.ts';
import { routeAskers, routeIds } from './route-askers.ts';
import { servedSchema } from './served-schema.ts';
import { specifiedPurposes } from './specified-purposes.ts';

const ROUTES_A_PURPOSE = 40;
/** Fields that hold clear names, numbers or free text, and what leads to them. */
const IN_CLEAR = /\b(identity|description|note|summary|findings|comment|residenceAddress)\b( \{[^}]*\})?/g;

const world = knownWorld();
const operations = resolve(import.meta.dirname, '..', 'journeys', 'operations');
const purposes = [...Object.keys(specifiedPurposes), 'no purpose'];

let planted: PlantedWords;
let schema: GraphQLSchema;
let known: KnownIds;
let routes: readonly Route[];
let askers: ReadonlyMap<string, Asker>;

beforeAll(async () => {
  planted = plantedWords(world);
  schema = await servedSchema();
  known = await routeIds(world);
  askers = await routeAskers(world);
  routes = routesOf(schema, known);
});

it('the search finds what is there to be found', async () => {
  const { family, person } = world.notable.everything;
  const party = world.family(family).people[person];
  expect([planted.names, planted.numbers].every((count) => count > 1_000)).toBe(true);
  const { text } = await sendAs(askers.get('case-handling') as Asker, {
    query: 'query ($id: ID!) { person(id: $id) { identity { name idNumber phone } } }',
    variables: { id: known.person },
  });
  const found = planted.in(text);
  expect(found).toContain(party?.idNumber);
  expect(found).toContain(party?.phone);
});

describe.each(purposes)('for %s', (purpose) => {
  it('no operation of a consumer lets out a clear name, phone or number where none was opened', async () => {
    const asker = askers.get(purpose) as Asker;
    const opened = purpose === 'case-handling';
    for (const file of readdirSync(operations)) {
      const name = file.replace('.graphql', '');
      const source = operation(name);
      const query = opened ? source.replace(IN_CLEAR, '__typename') : source;
      const all: Record<string, unknown> = {
        ...{ person: known.person, case: known.case, household: known.household, idNumber: known.idNumber },
        ...{ area: '330803', days: 0, filter: {}, size: 100 },
        ...{ from: '2026-01-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' },
        period: { from: '2026-01-01', to: '2026-11-01' },
      };
      const variables = Object.fromEntries(Object.entries(all).filter(([variable]) => query.includes(`$${variable}:`)));
      const { text, headers, status } = await sendAs(asker, { query, variables });
      expect([status, planted.in(text), planted.in(headers)], name).toEqual([200, [], []]);
    }
  });

  it('no way through the graph does', async () => {
    const asker = askers.get(purpose) as Asker;
    const random = randomAt(1, 'leaks', purpose);
    const drawn = Array.from({ length: ROUTES_A_PURPOSE }, () => random.pick(routes));
    const change = (query: string) => (purpose === 'case-handling' ? query.replace(IN_CLEAR, '__typename') : query);
    for await (const { query, answer } of askRoutes(schema, drawn, known, asker, change)) {
      const { text, headers } = answer;
      expect([planted.in(text), planted.in(headers)], query).toEqual([[], []]);
    }
  });
});

describe('an error quotes nothing of what was sent', () => {
  const secret = '魏建国330898199001011234';
  const intake: Asker = { persona: 'case-handler', purpose: 'intake', user: 'errors' };
  const find =
    'query ($n: String!, $b: Date!, $a: String!) { findPerson(name: $n, birthDate: $b, areaCode: $a) { id } }';
  const good = { n: '魏建国', b: '1990-01-01', a: '330803001001' };

  it.each<[string, { query: string; variables?: unknown; operationName?: unknown }]>([
    ['a date that is none', { query: find, variables: { ...good, b: secret } }],
    ['a day that no calendar has', { query: find, variables: { ...good, b: `1990-02-30${secret}` } }],
    ['a date as a number', { query: find, variables: { ...good, b: Number('330898199001011234') } }],
    ['a name as an object', { query: find, variables: { ...good, n: { secret } } }],
    ['a name as a list', { query: find, variables: { ...good, n: [secret] } }],
    [
      'a field that the input does not have',
      { query: 'query ($f: CaseFilter) { cases(filter: $f) { totalCount } }', variables: { f: { [secret]: 1 } } },
    ],
    [
      'an enum value that is none',
      { query: 'query ($f: CaseFilter) { cases(filter: $f) { totalCount } }', variables: { f: { status: [secret] } } },
    ],
    ['a page size', { query: 'query ($f: Int) { cases(first: $f) { totalCount } }', variables: { f: secret } }],
    ['a cursor', { query: 'query ($c: String) { cases(after: $c) { totalCount } }', variables: { c: secret } }],
    [
      'an instant',
      {
        query: 'query ($f: CaseFilter) { cases(filter: $f) { totalCount } }',
        variables: { f: { acceptedFrom: secret } },
      },
    ],
    ['a number as a literal', { query: '{ personByIdNumber(idNumber: 330898199001011234) { id } }' }],
    ['a number with too many characters', { query: `{ personByIdNumber(idNumber: "${secret}") { id } }` }],
    [
      'a literal date',
      { query: `{ findPerson(name: "${secret}", birthDate: "${secret}", areaCode: "${secret}") { id } }` },
    ],
    ['an object as a literal', { query: `{ personByIdNumber(idNumber: { name: "${secret}" }) { id } }` }],
    ['a bare word', { query: '{ personByIdNumber(idNumber: X330898199001011234) { id } }' }],
    ['a text in the wrong place', { query: `{ "${secret}" }` }],
    ['a block text in the wrong place', { query: `{ """${secret}""" }` }],
    ['a number in the wrong place', { query: '{ 330898199001011234 }' }],
    ['a text that never ends', { query: `{ personByIdNumber(idNumber: "${secret}) { id } }` }],
    ['a literal enum', { query: `{ cases(filter: { channel: "${secret}" }) { totalCount } }` }],
    ['an operation that is not there', { query: '{ purposes { code } }', operationName: secret }],
    ['variables that are a text', { query: '{ purposes { code } }', variables: secret }],
    [
      'a character that no register takes',
      { query: 'query ($n: ID!) { case(number: $n) { number } }', variables: { n: `${secret}\u0000` } },
    ],
  ])('such as %s', async (_, body) => {
    const { text, headers } = await sendAs(intake, body);
    expect(JSON.parse(text).errors?.length).toBeGreaterThan(0);
    for (const part of ['魏建国', '330898', '1990010112']) expect(text + headers).not.toContain(part);
  });

  it('such as a body that is no JSON, or a purpose or case that is none', async () => {
    const { text } = await sendAs(intake, `{"query": "${secret}`);
    expect(text).not.toContain('330898');
    const { text: told } = await sendAs(
      { ...intake, purpose: '330898199001011234', caseNumber: '330898199001011234' },
      { query: '{ cases { totalCount } }' },
    );
    expect(told).toContain('PURPOSE_UNKNOWN');
    expect(told).not.toContain('330898');
  });
});

it('the log of the hub holds no name, phone, number, token or query of all this', () => {
  const file = join(inject('runningHub').dataDirectory, 'standard-error.log');
  expect(existsSync(file)).toBe(true);
  const log = readFileSync(file, 'utf8');
  expect(planted.in(log)).toEqual([]);
  for (const part of ['330898', '1990000', '魏建国', 'eyJ', 'personByIdNumber', 'idNumber'])
    expect(log).not.toContain(part);
});
