import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, ask, operation } from '../kit/hub-client.ts';
import { expectedRefusals, refusalCodes } from './expected-refusals.ts';
import { emergency, type KnownCase, knownWorld, LIVE, supportMatter } from './known-subjects.ts';
import { servedSchema } from './served-schema.ts';
import { expectedFor, specifiedPurposes, users } from './specified-purposes.ts';

const folder = resolve(import.meta.dirname, '..', 'journeys', 'operations');
const names = readdirSync(folder).map((file) => file.replace('.graphql', ''));
const world = knownWorld();
const { everything } = world.notable;

let schema: GraphQLSchema;
let matter: Awaited<ReturnType<typeof supportMatter>>;
let rescue: KnownCase;
let variables: Record<string, unknown>;

beforeAll(async () => {
  schema = await servedSchema();
  matter = await supportMatter(world);
  const { data } = await ask(matter.asker, 'query ($id: ID!) { person(id: $id) { household { id } } }', {
    id: matter.person,
  });
  rescue = await emergency(world);
  variables = {
    person: matter.person,
    case: matter.caseNumber,
    household: data.person.household.id,
    idNumber: world.family(everything.family).people[everything.person]?.idNumber,
    area: '330803',
    days: 0,
    filter: { status: LIVE },
    size: 20,
    from: '2026-01-01T00:00:00+08:00',
    to: '2026-11-01T00:00:00+08:00',
    period: { from: '2026-01-01', to: '2026-11-01' },
  };
});

/** Somebody who states a purpose rightly in all but what the table forbids. */
function askerOf(user: string, purpose: string | undefined): Asker {
  const caseNumber = purpose === 'emergency-response' ? rescue.number : matter.caseNumber;
  return {
    persona: user,
    user: `table-${user}`,
    organization: purpose === 'emergency-response' ? rescue.holder.id : 'CENTER',
    department: 'justice',
    person: matter.person,
    caseNumber,
    ...(purpose && { purpose }),
  };
}

const refusalsOf = ({ errors }: Answer<unknown>) =>
  errors
    .filter(({ extensions }) => refusalCodes.has(extensions.code))
    .map(({ path = [], extensions }) => {
      const { code, coordinate } = extensions as { code: string; coordinate?: string };
      return `${path.join('.')} ${coordinate} ${code}`;
    });

const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((place, key) => (place as Record<string, unknown> | null)?.[key] ?? null, data);

const purposes = [...Object.keys(specifiedPurposes), 'no-such-purpose', undefined];

describe.each(users)('a token for %s', (user) => {
  it.each(purposes)('opens for the purpose %s what the table says of each operation, and no more', async (purpose) => {
    const expected = expectedFor(user, purpose);
    for (const name of names) {
      const source = operation(name);
      const needed = Object.fromEntries(
        Object.entries(variables).filter(([variable]) => source.includes(`$${variable}:`)),
      );
      const answer = await ask<Record<string, unknown>>(askerOf(user, purpose), source, needed);
      const lines = expectedRefusals(schema, source, expected);
      expect(new Set(refusalsOf(answer)), name).toEqual(lines);
      const outside = answer.errors.filter(({ extensions }) => !refusalCodes.has(extensions.code));
      expect(new Set(outside.map(({ extensions }) => extensions.code)), name).toSatisfy((codes: Set<string>) =>
        [...codes].every((code) => code === 'OUTSIDE_MATTER'),
      );
      const refusedRoots = [...lines].map((line) => (line.split(' ')[0] as string).split('.'));
      for (const path of refusedRoots) if (path.length === 1) expect(at(answer.data, path), name).toBeNull();
      const shut = new Set(
        [...refusedRoots.filter(({ length }) => length === 1).map(([root]) => root)].concat(
          outside.map(({ path }) => String(path?.[0])),
        ),
      );
      const empty = Object.keys(answer.data).filter((root) => answer.data[root] === null && !shut.has(root));
      // No head has been signed yet in a hub that has just begun.
      expect(
        empty.filter((root) => root !== 'ledgerHead' && root !== 'case'),
        name,
      ).toEqual([]);
    }
  });
});

it('counts twelve operations of consumers', () => {
  expect(names).toHaveLength(12);
});
