import type { GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../gateway/plan/compose.ts';
import { fieldScopes } from '../../gateway/plan/field-scopes.ts';
import { departmentNames } from '../../schema/departments.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';
import { randomAt } from '../../schema/synthetic/random.ts';
import type { Asker } from '../kit/hub-client.ts';
import { answeredFields } from './answered-fields.ts';
import { askRoutes } from './ask-routes.ts';
import { expectedRefusals, refusalCodes } from './expected-refusals.ts';
import type { KnownIds } from './field-arguments.ts';
import { type Route, routesOf } from './graph-routes.ts';
import { knownWorld } from './known-subjects.ts';
import { sendAs } from './raw-request.ts';
import { routeAskers, routeIds } from './route-askers.ts';
import { scopesOf, sealedFields } from './sealed-fields.ts';
import { servedSchema } from './served-schema.ts';
import { comprehensiveSupport, expectedFor, specifiedPurposes } from './specified-purposes.ts';

const ROUTES_A_PURPOSE = 32;

const world = knownWorld();
const purposes = [...Object.keys(specifiedPurposes), 'no purpose'];

let schema: GraphQLSchema;
let known: KnownIds;
let routes: readonly Route[];
let askers: ReadonlyMap<string, Asker>;

beforeAll(async () => {
  schema = await servedSchema();
  known = await routeIds(world);
  askers = await routeAskers(world);
  routes = routesOf(schema, known);
});

it('every field that asks for a scope is known here, and every field known here asks for it', async () => {
  const subgraphs = await Promise.all(
    departmentNames().map(async (name) => ({ name, typeDefs: (await loadSubgraph(name)).typeDefs })),
  );
  const served = [...fieldScopes(composeSupergraph(subgraphs))]
    .filter(([, scopes]) => scopes.flat().length > 0)
    .map(([coordinate, scopes]) => `${coordinate} ${scopes.map((all) => all.join('+')).join('|')}`);
  const specified = Object.entries(sealedFields).flatMap(([scopes, coordinates]) =>
    coordinates.split(' ').map((coordinate) => `${coordinate} ${scopes}`),
  );
  const agreed = served.filter((line) => !/^(Mutation|Subscription)\./.test(line));
  expect(agreed.sort()).toEqual(specified.sort());
});

describe.each(purposes)('for %s', (purpose) => {
  const expected = () =>
    expectedFor(askers.get(purpose)?.persona ?? '', purpose === 'no purpose' ? undefined : purpose);

  it('no way through the graph reaches a field beyond its scopes', async () => {
    const asker = askers.get(purpose) as Asker;
    const random = randomAt(1, 'routes', purpose);
    // The shortest way to each type for certain, and a good many others by lot.
    const shortest = [...Map.groupBy(routes, ({ end }) => end).values()].map((ways) =>
      ways.reduce((one, other) => (other.fields.length < one.fields.length ? other : one)),
    );
    const opens = (coordinate: string) => {
      const scopes = scopesOf(...(coordinate.split('.') as [string, string]));
      return scopes.length === 0 || scopes.some((scope) => expected().scopes.has(scope));
    };
    const open = routes.filter(({ steps }) => steps.every(opens));
    const drawn = Array.from({ length: ROUTES_A_PURPOSE }, (_, index) =>
      random.pick(index % 3 && open.length > 0 ? open : routes),
    );
    const beyond = new Set<string>();
    let answered = 0;
    for await (const { query, answer } of askRoutes(schema, [...shortest, ...drawn], known, asker)) {
      const { status, body } = answer;
      expect([status, body.data === undefined], JSON.stringify(body.errors?.slice(0, 2))).toEqual([200, false]);
      const fields = answeredFields(schema, query, body.data);
      answered += fields.size;
      for (const coordinate of fields) {
        if (!opens(coordinate)) beyond.add(coordinate);
      }
      const refusals = (body.errors ?? [])
        .filter(({ extensions }: { extensions: { code: string } }) => refusalCodes.has(extensions.code))
        .map(
          ({ path, extensions }: { path: string[]; extensions: { code: string; coordinate: string } }) =>
            `${path.join('.')} ${extensions.coordinate} ${extensions.code}`,
        );
      expect(new Set(refusals)).toEqual(expectedRefusals(schema, query, expected(), () => false));
    }
    expect([...beyond]).toEqual([]);
    expect(answered).toBeGreaterThan(0);
  });
});

describe('a way of asking', () => {
  const sealed = '{ name idNumber phone }';
  const asker = () => askers.get('docket') as Asker;

  it.each([
    ['an alias', '{ person(id: $id) { maskedName: identity { maskedName: name } } }'],
    ['the name of an open field', '{ person(id: $id) { id: residenceAddress } }'],
    [
      'a fragment',
      `{ person(id: $id) { ...P } } fragment P on Person { ...Q } fragment Q on Person { identity ${sealed} }`,
    ],
    ['an inline fragment', `{ person(id: $id) { ... on Person { ... { identity ${sealed} } } } }`],
    ['a condition', `{ person(id: $id) { identity @include(if: $yes) ${sealed} } }`],
    ['two conditions', `{ person(id: $id) { identity @skip(if: $no) @include(if: $yes) ${sealed} } }`],
    [
      'a fragment under a condition',
      `{ person(id: $id) { ...P @include(if: $yes) } } fragment P on Person { identity ${sealed} }`,
    ],
    [
      'doublets',
      `{ person(id: $id) { identity { name } identity { idNumber } ...P } } fragment P on Person { identity { phone } }`,
    ],
    ['the type’s name alone', '{ person(id: $id) { identity { __typename } } }'],
    [
      'a list of aliases',
      `{ a: person(id: $id) { identity ${sealed} } b: person(id: $id) { x: identity ${sealed} y: residenceAddress } }`,
    ],
    [
      'introspection beside',
      `{ __schema { queryType { name } } __type(name: "Person") { name } person(id: $id) { identity ${sealed} } }`,
    ],
    [
      'the way round over the case',
      `{ case(number: $case) { parties { person { household { members { person { identity ${sealed} } } } } } } }`,
    ],
    [
      'the way round over a mediation',
      `{ case(number: $case) { mediations { case { parties { person { identity ${sealed} } } } parties { person { residenceAddress } } } } }`,
    ],
  ])('by %s opens no envelope', async (_, body) => {
    const query = `query Asked($id: ID, $case: ID, $yes: Boolean, $no: Boolean) ${body}`
      .replace('$id: ID,', body.includes('$id') ? '$id: ID!,' : '')
      .replace('$case: ID,', body.includes('$case') ? '$case: ID!,' : '')
      .replace('$yes: Boolean,', body.includes('$yes') ? '$yes: Boolean!,' : '')
      .replace(/,? ?\$no: Boolean\)/, body.includes('$no') ? ' $no: Boolean!)' : ')');
    const variables = { id: known.person, case: known.case, yes: true, no: false };
    const answer = await sendAs(asker(), { query, variables, operationName: 'Asked' });
    expect(answer.body.data, answer.text).toBeTruthy();
    const fields = answeredFields(schema, query, answer.body.data);
    expect([...fields].filter((field) => /identity|residenceAddress|PersonIdentity/.test(field))).toEqual([]);
    expect(answer.text).not.toContain('PersonIdentity');
    const codes = answer.body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });

  it('that skips the sealed field is not refused it', async () => {
    const query = `query ($id: ID!, $no: Boolean!) { person(id: $id) { maskedName identity @include(if: $no) ${sealed} } }`;
    const { body } = await sendAs(asker(), { query, variables: { id: known.person, no: false } });
    expect([Object.keys(body.data.person), body.errors]).toEqual([['maskedName'], undefined]);
    const other = await sendAs(asker(), { query, variables: { id: known.person, no: true } });
    expect([other.body.data.person.identity, other.body.errors[0].extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('is kept for nobody else: the same text opens for each what is theirs', async () => {
    const query = `query ($id: ID!) { person(id: $id) { maskedName identity ${sealed} } }`;
    const asked = async (purpose: string) =>
      (await sendAs(askers.get(purpose) as Asker, { query, variables: { id: known.person } })).body.data.person;
    for (let round = 0; round < 2; round++) {
      expect((await asked('case-handling')).identity.idNumber).toBe(known.idNumber);
      expect((await asked('docket')).identity).toBeNull();
      expect((await asked('oversight')).maskedName).toBeNull();
    }
  });

  it('runs the operation that is named, and is refused as that one', async () => {
    const query = `query Open { area(code: "330803") { name } } query Sealed { person(id: "${known.person}") { identity ${sealed} } }`;
    const open = await sendAs(asker(), { query, operationName: 'Open' });
    expect(open.body).toEqual({ data: { area: { name: '衢江区' } } });
    const shut = await sendAs(asker(), { query, operationName: 'Sealed' });
    expect(shut.body.data.person.identity).toBeNull();
    for (const operationName of [undefined, 'Neither', '', 'Open Sealed']) {
      const { body } = await sendAs(asker(), { query, operationName });
      expect([body.data ?? null, body.errors.length]).toEqual([null, 1]);
    }
  });

  it('of what the graph does not have finds nothing: entities, service texts, hidden records, batches', async () => {
    const asked = [
      '{ _entities(representations: []) { __typename } }',
      '{ _service { sdl } }',
      `{ person(id: "${known.person}") { publicSecurityRecord { name birthDate } } }`,
      `{ person(id: "${known.person}") { civilAffairsRecord { name } } }`,
      '{ person(id: "x") { incidents { id } } }',
      '{ incident(id: "x") { summary } }',
    ];
    for (const query of asked) {
      const { body, text } = await sendAs(asker(), { query });
      expect([body.data, body.errors[0].extensions.code], query).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
      expect(text).not.toMatch(/_Any|RegisterRecord/);
    }
    const batch = await sendAs(asker(), [{ query: '{ purposes { code } }' }, { query: '{ purposes { code } }' }]);
    expect([batch.status, batch.body.data]).toEqual([400, undefined]);
  });
});

it('a comprehensive-support matter is specified without health', () => {
  expect(comprehensiveSupport).not.toContain('medical-insurance.health:read');
});
