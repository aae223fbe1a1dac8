import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const byNumber = 'query Q($number: String!) { personByIdNumber(idNumber: $number) { id } }';

describe('sensitive arguments', () => {
  it.each([
    ['a literal', { query: '{ personByIdNumber(idNumber: "x") { id } }' }],
    ['a variable', { query: byNumber, variables: '{"number":"x"}' }],
    ['an alias', { query: '{ anything: personByIdNumber(idNumber: "x") { id } }' }],
    ['a fragment', { query: '{ ...a } fragment a on Query { ... { personByIdNumber(idNumber: "x") { id } } }' }],
    ['a skipped field', { query: '{ __typename personByIdNumber(idNumber: "x") @skip(if: true) { id } }' }],
    ['a field of an input', { query: '{ people(filter: { name: "x" }) { id } }' }],
    ['a field deep in an input', { query: '{ people(filter: { and: [{ and: [{ name: "x" }] }] }) { id } }' }],
    ['a variable of such an input', { query: 'query Q($f: Filter) { people(filter: $f) { id } }', variables: '{}' }],
    [
      'a variable inside the input',
      { query: 'query Q($f: Filter!) { people(filter: { and: [$f] }) { id } }', variables: '{"f":{}}' },
    ],
  ])('are refused by GET as %s', async (_, parameters: Record<string, string>) => {
    const answer = await door.get(parameters);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].extensions.code).toBe('SENSITIVE_ARGUMENT');
  });

  it('are taken by POST', async () => {
    const answer = await door.post({ query: byNumber, variables: { number: 'x' } });
    expect(answer.json).toEqual({ data: { personByIdNumber: { id: '1' } } });
  });

  it('leave other operations of the document, and other fields of the input, to GET', async () => {
    const two = `${byNumber} query Other { person(id: "1") { id } }`;
    expect((await door.get({ query: two, operationName: 'Other' })).status).toBe(200);
    expect((await door.get({ query: '{ people(filter: { area: "330803" }) { id } }' })).status).toBe(200);
  });
});
