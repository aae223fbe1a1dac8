import { type GraphQLSchema, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../kit/hub-client.ts';
import { answeredFields } from './answered-fields.ts';
import { expectedRefusals, refusalCodes } from './expected-refusals.ts';
import { operationsOf, type Route, routesOf } from './graph-routes.ts';
import { knownWorld } from './known-subjects.ts';
import {
  expectedIn,
  forMatterAlone,
  MATTER_STATES,
  type MatterState,
  type Situation,
  situationsOf,
} from './matter-states.ts';
import { type RawAnswer, sendAs } from './raw-request.ts';
import { scopesOf } from './sealed-fields.ts';
import { servedSchema } from './served-schema.ts';
import { type Expected, specifiedPurposes, users } from './specified-purposes.ts';

/** Ways that are asked together, as long as the hub does not find the operation too large. */
const TOGETHER = 12;
const HERE = '330803';
const ROOTS = ['Query', 'Mutation', 'Subscription'];
/** A page of those visits alone that were to households of the matter: empty where none of them lives there. */
const EMPTY_OUTSIDE = 'Dwelling.visits';
/** Purposes that open rows of the viewer's areas, whoever they are of. */
const BY_AREA = ['intake', 'docket', 'grid-visit', 'supervision'];

const world = knownWorld();
const purposes = [...Object.keys(specifiedPurposes), 'no-such-purpose', undefined];
const there = world.villages.at(-1)?.code ?? '';

let schema: GraphQLSchema;
let situationOf: (purpose: string | undefined, state: MatterState) => Situation;
/** The shortest way to every type, as many together as the hub takes. */
let batches: readonly (readonly Route[])[];
let checked = 0;
let asked = 0;

beforeAll(async () => {
  schema = await servedSchema();
  situationOf = await situationsOf(world);
  const { known } = situationOf('docket', 'no case');
  const shortest = [...Map.groupBy(routesOf(schema, known), ({ end }) => end).values()].map((ways) =>
    ways.reduce((one, other) => (other.fields.length < one.fields.length ? other : one)),
  );
  batches = await fitting(shortest);
});

/** Batches of ways that the hub does not find too large, whoever asks. */
async function fitting(routes: readonly Route[]): Promise<readonly (readonly Route[])[]> {
  const waiting: (readonly Route[])[] = [];
  for (let from = 0; from < routes.length; from += TOGETHER) waiting.push(routes.slice(from, from + TOGETHER));
  const fit: (readonly Route[])[] = [];
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const { body } = await send({ persona: 'citizen' }, queryOf(batch));
    const tooLarge = String(body.errors?.[0]?.extensions.code).startsWith('LIMIT_');
    if (!tooLarge) fit.push(batch);
    else {
      if (batch.length === 1) throw new Error(`Expected ${batch[0]?.end} to be no operation of its own too large.`);
      const half = batch.length >> 1;
      waiting.unshift(batch.slice(0, half), batch.slice(half));
    }
  }
  return fit;
}

/** One operation that goes these ways. */
const queryOf = (batch: readonly Route[], known = situationOf('docket', 'no case').known): string =>
  (operationsOf(schema, batch, known, batch.length)[0] ?? '').replace(' query Unused { __typename }', '');

const send = (asker: Asker, query: string): Promise<RawAnswer> =>
  sendAs(
    { ...asker, user: `matrix-${asked++}` },
    { query, variables: query.includes('($no') ? { no: false } : {}, operationName: 'Walk' },
  );

/** The ways of a batch with the ids of a situation. */
function inSituation(batch: readonly Route[], { known }: Situation): readonly Route[] {
  const ids = situationOf('docket', 'no case').known;
  const replaced = (field: string) =>
    (Object.keys(ids) as (keyof typeof ids)[]).reduce((text, name) => text.replaceAll(ids[name], known[name]), field);
  return batch.map((route) => ({ ...route, fields: route.fields.map(replaced) }));
}

const codesOf = ({ body }: RawAnswer): { path?: string[]; extensions: { code: string; coordinate: string } }[] =>
  body.errors ?? [];

interface Cells {
  readonly purpose: string | undefined;
  readonly state: MatterState;
  readonly area: string;
  readonly situation: Situation;
  readonly expected: Expected;
}

/** Expects of an answer that each field is told or refused as the table says; answers how many fields it was asked for. */
function expectAsTold(batch: readonly Route[], query: string, answer: RawAnswer, cells: Cells): number {
  const { purpose, state, area, situation, expected } = cells;
  const where = `${state}, ${area}: ${query}`;
  expect([answer.status, answer.body.data === undefined], where).toEqual([200, false]);
  const isRefusal = ({ extensions }: { extensions: { code: string } }) => refusalCodes.has(extensions.code);
  const lines = codesOf(answer)
    .filter(isRefusal)
    .map(({ path, extensions }) => `${path?.join('.')} ${extensions.coordinate} ${extensions.code}`);
  const wanted = expectedRefusals(schema, query, expected, () => false);
  expect(new Set(lines), where).toEqual(wanted);
  const answered = answeredFields(schema, query, answer.body.data);
  expect([...answered].filter(asksFor(expected.scopes)), where).toEqual([]);
  const others = new Set(
    codesOf(answer)
      .filter((error) => !isRefusal(error))
      .map(({ extensions }) => extensions.code),
  );
  const matterAlone = forMatterAlone(purpose);
  const mayLieOutside = matterAlone.size > 0 || purpose === 'own-record';
  expect([...others], where).toEqual(mayLieOutside && others.size > 0 ? ['OUTSIDE_MATTER'] : []);
  if (state === 'no party of it' && matterAlone.size > 0) {
    const wider = new Set(specifiedPurposes[purpose ?? '']?.opens);
    const told = answeredFields(schema, query, ofSubject(batch, answer));
    expect(
      [...told].filter(asksFor(wider)).filter((coordinate) => coordinate !== EMPTY_OUTSIDE),
      where,
    ).toEqual([]);
  }
  if (area === there && BY_AREA.includes(purpose ?? '')) {
    const { person, household } = situation.known;
    expect([answer.text.includes(person), answer.text.includes(household)], where).toEqual([false, false]);
  }
  return answered.size + wanted.size;
}

/** Whether a field asks for another scope than these. */
const asksFor = (scopes: ReadonlySet<string>) => (coordinate: string) => {
  const asked = scopesOf(...(coordinate.split('.') as [string, string]));
  return asked.length > 0 && !asked.some((scope) => scopes.has(scope));
};

/** The part of an answer that begins at the person or the household asked about. */
const ofSubject = (batch: readonly Route[], { body }: RawAnswer): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body.data as Record<string, unknown>).filter(([alias]) =>
      /^(person|household)\(/.test(batch[Number(alias.slice(1))]?.fields[0] ?? ''),
    ),
  );

describe.each(users)('a token for %s', (user) => {
  const timeout = 300_000;
  it.each(purposes)('is told for %s what the table opens, and refused all else', { timeout }, async (purpose) => {
    const isPermitted = purpose !== undefined && specifiedPurposes[purpose]?.users.includes(user);
    for (const state of isPermitted ? MATTER_STATES : MATTER_STATES.slice(0, 1)) {
      const situation = situationOf(purpose, state);
      const expected = expectedIn(user, purpose, state);
      for (const area of [HERE, there]) {
        const asker = { persona: user, area, ...situation.asker, ...(purpose !== undefined && { purpose }) };
        for (const batch of batches) {
          const query = queryOf(inSituation(batch, situation), situation.known);
          const answer = await send(asker, query);
          checked += expectAsTold(batch, query, answer, { purpose, state, area, situation, expected });
        }
      }
    }
  });
});

it('finds no visit to a dwelling of others than the matter in hand concerns', async () => {
  const { known, asker } = situationOf('case-handling', 'no party of it');
  const { body } = await send(
    { persona: 'case-handler', purpose: 'case-handling', ...asker },
    `query Walk { household(id: "${known.household}") { dwelling { visits { totalCount nodes { id } } } } }`,
  );
  expect([body.data, body.errors]).toEqual([
    { household: { dwelling: { visits: { totalCount: 0, nodes: [] } } } },
    undefined,
  ]);
});

it('has checked tens of thousands of cells, of every type that a client can reach', () => {
  const reached = new Set(batches.flat().map(({ end }) => end));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const missed = types.map(({ name }) => name).filter((name) => !name.startsWith('__') && !reached.has(name));
  expect(missed.filter((name) => !ROOTS.includes(name))).toEqual([]);
  expect(checked).toBeGreaterThan(20_000);
});
