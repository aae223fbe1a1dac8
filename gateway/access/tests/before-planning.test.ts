import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import { afterEach, expect, it, vi } from 'vitest';
import { purposeOf, unwrittenPolicy } from '../../../tests/kit/unwritten-policy.ts';
import { federation } from '../../execute/tests/federation.ts';
import { registry } from '../../http/tests/registry.subgraph.ts';
import { createHub } from '../../hub.ts';

const people = purposeOf({ code: 'people', personas: ['handler'], scopes: ['person:read'] });
const { engine, serve } = federation([registry]);
const hub = createHub({
  engine,
  transports: new Map([
    [
      'registry',
      {
        department: 'registry',
        subscribe: () => Promise.reject(new Error('Expected no subscription.')),
        send: async (request: Parameters<typeof serve>[1]) => serve('registry', request),
      },
    ],
  ]),
  ...unwrittenPolicy(
    people,
    { ...people, code: 'over', validity: 'OVER' },
    { ...people, code: 'ahead', validity: 'AHEAD' },
    { ...people, code: 'others', personas: ['auditor'] },
    { ...people, code: 'window', clients: ['window'] },
  ),
  log: { append: () => Promise.resolve() },
  rules: { required: new Map([['Query.person', [['person:read']]]]), ownerOf: () => undefined },
});

const plan = vi.spyOn(QueryPlanner.prototype, 'plan');
afterEach(() => plan.mockClear());

const ask = (purpose: string | undefined, source: string) =>
  hub.answer({
    document: parse(source),
    source,
    operationName: undefined,
    variables: {},
    identity: {
      user: 'wei',
      client: 'centre',
      persona: 'handler',
      organization: null,
      department: null,
      person: null,
      areas: ['330803'],
      scopes: ['person:read'],
    },
    stated: { request: 'r', purpose, caseNumber: undefined },
  });

it('plans what a purpose opens', async () => {
  expect((await ask('people', '{ person(id: "1") { name } }')).errors).toBeUndefined();
  expect(plan).toHaveBeenCalledTimes(1);
});

it.each([
  [undefined, 'PURPOSE_REQUIRED'],
  ['unknown', 'PURPOSE_UNKNOWN'],
  ['over', 'PURPOSE_EXPIRED'],
  ['ahead', 'PURPOSE_NOT_YET_VALID'],
  ['others', 'PURPOSE_NOT_PERMITTED'],
  ['window', 'PURPOSE_NOT_PERMITTED'],
])('refuses the purpose %s with %s before anything is planned', async (purpose, code) => {
  // A text of its own each time, so that no plan is at hand.
  const { data, errors } = await ask(purpose, `{ ${code}_${purpose ?? ''}: person(id: "1") { name } }`);
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(plan).not.toHaveBeenCalled();
});
