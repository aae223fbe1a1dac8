import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaTypeFor } from '../media-type.ts';
import { type OpenDoor, openDoor } from './open-door.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

describe('the media type of an answer', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['text/html, */*;q=0.1', json],
    [graphql, graphql],
    [`${graphql}, ${json}`, graphql],
    [`${json}, ${graphql}`, json],
    [`${json};q=0.5, ${graphql}`, graphql],
    [`${graphql};q=0.5, ${json};q=0.9`, json],
    [`*/*, ${graphql}`, graphql],
    [`${json};q=0, */*`, graphql],
    ['APPLICATION/GraphQL-Response+JSON; charset=utf-8', graphql],
    [`multipart/mixed;deferSpec=20220824, ${graphql}, ${json}`, graphql],
    ['text/html', undefined],
    [`${json};q=0`, undefined],
    ['constructor, __proto__', undefined],
  ])('for %j is %s', (accept, type) => {
    expect(mediaTypeFor(accept)).toBe(type);
  });
});

describe('a request that takes no answer', () => {
  let door: OpenDoor;
  let asked = 0;
  beforeAll(async () => {
    door = await openDoor({
      answer: () => {
        asked += 1;
        return Promise.resolve({ data: {} });
      },
    });
  });
  afterAll(() => door.close());

  it('is refused before anything is done', async () => {
    const answer = await door.post(
      { query: 'mutation { rename(id: "1", name: "x") { id } }' },
      { accept: 'text/html' },
    );
    expect([answer.status, answer.json.errors[0].extensions.code]).toEqual([406, 'NOT_ACCEPTABLE']);
    expect(asked).toBe(0);
  });
});
