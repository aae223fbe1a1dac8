import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentHash } from '../../access/trusted-documents/trusted-documents.ts';
import { type OpenDoor, openDoor } from './open-door.ts';

const known = 'query Known($id: ID!) { person(id: $id) { id } }';
const foreign = 'query Foreign { __typename }';
const manifest = {
  'case-handler-client': { [documentHash(known)]: known },
  'another-client': { [documentHash(foreign)]: foreign },
};
const variables = { id: '7' };
const data = { person: { id: '7' } };
const code = (answer: { json: any }) => answer.json.errors[0].extensions.code;

describe('trusted documents in production', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor({ production: true, manifest });
  });
  afterAll(() => door.close());

  it('are taken by their id, in either form, by POST and GET', async () => {
    const id = documentHash(known);
    expect((await door.post({ documentId: id, variables })).json).toEqual({ data });
    expect((await door.post({ documentId: `sha256:${id}`, variables })).json).toEqual({ data });
    const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
    expect((await door.post({ extensions, variables })).json).toEqual({ data });
    expect((await door.get({ documentId: id, variables: JSON.stringify(variables) })).json).toEqual({ data });
  });

  it('are taken by their text', async () => {
    expect((await door.post({ query: known, variables })).json).toEqual({ data });
  });

  it('are the only ones, to a blank', async () => {
    const answer = await door.post({ query: `${known} `, variables });
    expect([answer.status, code(answer)]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    expect(code(await door.post({ query: '{ __typename }' }))).toBe('DOCUMENT_NOT_TRUSTED');
  });

  it('are those of the client alone', async () => {
    expect(code(await door.post({ documentId: documentHash(foreign) }))).toBe('DOCUMENT_UNKNOWN');
    expect(code(await door.post({ query: foreign }))).toBe('DOCUMENT_NOT_TRUSTED');
  });

  it('do not come with an id of another', async () => {
    const answer = await door.post({ documentId: documentHash(foreign), query: known, variables });
    expect(code(answer)).toBe('DOCUMENT_MISMATCH');
  });

  it('are not registered by asking', async () => {
    const text = '{ __typename }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: documentHash(text) } };
    expect(code(await door.post({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(code(await door.post({ extensions, query: text }))).toBe('DOCUMENT_NOT_TRUSTED');
    expect(code(await door.post({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it.each(['constructor', '__proto__', 'toString', ''])('are no properties of an object: %j', async (documentId) => {
    expect(code(await door.post({ documentId }))).toBe('DOCUMENT_UNKNOWN');
  });
});

describe('documents elsewhere', () => {
  it('may be any, and have ids where there is a manifest', async () => {
    const door = await openDoor({ manifest });
    expect((await door.post({ query: '{ __typename }' })).status).toBe(200);
    expect((await door.post({ documentId: documentHash(known), variables })).json).toEqual({ data });
    await door.close();
  });

  it('are asked for where a request names none', async () => {
    const door = await openDoor();
    const answer = await door.post({ variables: {} });
    expect([answer.status, code(answer)]).toEqual([400, 'DOCUMENT_REQUIRED']);
    await door.close();
  });
});
