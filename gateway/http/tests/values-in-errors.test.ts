import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ production: true, openDocuments: true });
});
afterAll(() => door.close());

/** Stands for a name or a number that must come back in no error. */
const CANARY = 'ZHANG3308980';
const withVariable = (type: string, field: string) => `query Q($v: ${type}) { ${field} }`;

/** Requests that are wrong because of a value. */
const wrong: readonly (readonly [string, unknown])[] = [
  ['a literal of another type', { query: `{ aged(age: "${CANARY}", on: [1]) { id } }` }],
  ['a block string', { query: `{ aged(age: """${CANARY}""", on: [1]) { id } }` }],
  ['a literal that is no enum value', { query: `{ aged(age: 1, on: [1], status: ${CANARY}) { id } }` }],
  ['a string for an enum', { query: `{ aged(age: 1, on: [1], status: "${CANARY}") { id } }` }],
  ['a literal inside a list', { query: `{ aged(age: 1, on: ["${CANARY}"]) { id } }` }],
  ['a literal inside an input object', { query: `{ people(filter: { ages: ["${CANARY}"] }) { id } }` }],
  ['a literal for an input object', { query: `{ people(filter: "${CANARY}") { id } }` }],
  ['an object for an ID', { query: `{ person(id: { name: "${CANARY}" }) { id } }` }],
  ['a sensitive literal of another type', { query: `{ personByIdNumber(idNumber: { x: "${CANARY}" }) { id } }` }],
  ['a string where a name belongs', { query: `{ "${CANARY}" }` }],
  ['a string after the end', { query: `{ __typename } "${CANARY}"` }],
  ['an unterminated string', { query: `{ personByIdNumber(idNumber: "${CANARY}) { id } }` }],
  ['a number with letters', { query: `{ aged(age: 3308980${CANARY}) { id } }` }],
  ['an escape that is none', { query: `{ personByIdNumber(idNumber: "\\u{${CANARY}}") { id } }` }],
  ['two literals of one argument', { query: `{ personByIdNumber(idNumber: "1", idNumber: "${CANARY}") { id } }` }],
  [
    'two selections that disagree',
    { query: `{ personByIdNumber(idNumber: "1") { id } personByIdNumber(idNumber: "${CANARY}") { id } }` },
  ],
  [
    'a variable of another type',
    { query: withVariable('Int!', 'aged(age: $v, on: [1]) { id }'), variables: { v: CANARY } },
  ],
  ['a variable list', { query: withVariable('[Int!]', 'aged(age: 1, on: $v) { id }'), variables: { v: [CANARY] } }],
  ['a variable enum', { query: withVariable('Status', 'aged(age: 1, status: $v) { id }'), variables: { v: CANARY } }],
  ['a variable object', { query: withVariable('Filter', 'people(filter: $v) { id }'), variables: { v: CANARY } }],
  [
    'a field that the input lacks',
    { query: withVariable('Filter', 'people(filter: $v) { id }'), variables: { v: { [CANARY]: 1 } } },
  ],
  [
    'a value deep in the input',
    { query: withVariable('Filter', 'people(filter: $v) { id }'), variables: { v: { and: [{ ages: [CANARY] }] } } },
  ],
  ['an array for an ID', { query: withVariable('ID!', 'person(id: $v) { id }'), variables: { v: [CANARY] } }],
  ['the name of an operation', { query: 'query Q { __typename }', operationName: CANARY }],
  ['the id of a document', { documentId: CANARY }],
  ['the hash of a document', { extensions: { persistedQuery: { version: 1, sha256Hash: CANARY } } }],
  ['a body that is not JSON', `{"query": ${CANARY}`],
  ['variables that are none', { query: '{ __typename }', variables: CANARY }],
];

describe('the door’s errors', () => {
  it.each(wrong)('do not repeat %s', async (_, body) => {
    const answer = await door.post(body);
    expect(answer.json.errors?.length, answer.text).toBeGreaterThan(0);
    expect(answer.json.data).toBeFalsy();
    expect(answer.text).not.toContain(CANARY);
    expect(answer.text).not.toContain('3308980');
    expect(answer.json.errors[0].message).not.toMatch(/undefined|\[object/);
    expect(door.faults).toEqual([]);
  });

  it('suggest nothing of the schema', async () => {
    const typos =
      '{ persn(id: "1") { id } people(frst: 1, filter: { are: "x" }) { nam ... on Persn { id } } aged(age: 1, status: PRESNT) { id } }';
    const answer = await door.post({ query: typos });
    expect(answer.json.errors.length).toBeGreaterThan(3);
    expect(answer.text).not.toMatch(/did you mean/i);
    expect(answer.text).not.toMatch(/PRESENT|MOVED|"first"|"name"/);
  });

  it('hold no traces', async () => {
    const answer = await door.post({ query: '{ nothing }' });
    expect(Object.keys(answer.json.errors[0].extensions)).toEqual(['code']);
    expect(answer.text).not.toMatch(/stack|node_modules|\.ts/);
  });

  it('are at most twenty, whatever is wrong', async () => {
    const query = `{ ${Array.from({ length: 20 }, (_, index) => `wrong${index}(x: $y${index})`).join(' ')} }`;
    expect((await door.post({ query })).json.errors.length).toBeLessThanOrEqual(21);
  });

  it('tell nothing of a fault of the hub, which the door notes', async () => {
    const answer = () => Promise.reject(new Error(`relation "${CANARY}" does not exist`));
    const broken = await openDoor({ answer });
    const { status, json, text } = await broken.post({ query: '{ __typename }' });
    expect(status).toBe(500);
    expect(json).toEqual({
      errors: [{ message: 'The hub could not answer.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(text).not.toContain(CANARY);
    expect(broken.faults).toHaveLength(1);
    await broken.close();
  });

  it('tell nothing of the schema in production', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Person") { name } }']) {
      const answer = await door.post({ query });
      expect(answer.json.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(answer.json.data).toBeUndefined();
    }
    expect((await fetch(`${door.url}/graphiql`)).status).toBe(404);
  });
});
