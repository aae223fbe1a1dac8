import { type DocumentNode, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { knownDocuments } from '../known-documents.ts';
import { openDoor } from './open-door.ts';

describe('documents that were found valid', () => {
  it('are kept by their text, a thousand of them, the ones used last', () => {
    const known = knownDocuments();
    const document: DocumentNode = parse('{ a }');
    for (let index = 0; index < 100_000; index++) {
      if (!known.get('{ first }')) known.add('{ first }', document);
      known.add(`{ a${index} }`, document);
    }
    const kept = Array.from({ length: 100_000 }, (_, index) => `{ a${index} }`).filter((text) => known.get(text));
    expect(kept).toHaveLength(999);
    expect(known.get('{ first }')).toBe(document);
  });

  it('are not kept where one is longer than all may be together', () => {
    const known = knownDocuments();
    const long = `{ a }${' '.repeat(17 << 20)}`;
    known.add(long, parse('{ a }'));
    expect(known.get(long)).toBeUndefined();
  });
});

describe('a document that is sent again', () => {
  it.each<[string, () => ExecutionResult | Promise<never>]>([
    ['data', () => ({ data: { __typename: 'Query' } })],
    ['data and extensions', () => ({ data: { __typename: 'Query' }, extensions: { sources: [] } })],
    ['an error beside data', () => ({ data: null, errors: [new GraphQLError('No.', { extensions: { code: 'NO' } })] })],
    ['wrong variables', () => ({ errors: [new GraphQLError('No.', { extensions: { code: 'BAD_USER_INPUT' } })] })],
    ['a refusal', () => Promise.reject(new GraphQLError('No.', { extensions: { code: 'NO' } }))],
    ['a fault', () => Promise.reject(new Error('broken'))],
  ])('is answered as it was the first time, and asked for once: %s', async (what, result) => {
    let asked = 0;
    const door = await openDoor({
      answer: async () => {
        asked += 1;
        return result();
      },
    });
    try {
      const accept = { accept: 'application/graphql-response+json' };
      const first = await door.post({ query: '{ __typename }' }, accept);
      const second = await door.post({ query: '{ __typename }' }, accept);
      expect([second.status, second.text]).toEqual([first.status, first.text]);
      expect(asked).toBe(2);
      expect(door.faults.map(String)).toEqual(what === 'a fault' ? ['broken', 'broken'] : []);
    } finally {
      await door.close();
    }
  });

  it('is validated again where it was not valid', async () => {
    const door = await openDoor();
    const answers = [await door.post({ query: '{ nothing }' }), await door.post({ query: '{ nothing }' })];
    expect(answers.map(({ json }) => json.errors[0].extensions.code)).toEqual(
      Array(2).fill('GRAPHQL_VALIDATION_FAILED'),
    );
    await door.close();
  });
});
