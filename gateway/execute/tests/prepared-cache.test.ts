import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine, type PreparedOperation } from '../engine.ts';
import { PreparedCache } from '../prepared-cache.ts';
import { departments } from './departments.ts';
import { refusing } from './federation.ts';

const prepared = (kind: string) => ({ kind }) as unknown as PreparedOperation;

describe('the cache of prepared operations', () => {
  it('keeps no more than its size under 100,000 documents', () => {
    const cache = new PreparedCache(1000);
    for (let index = 0; index < 100_000; index++) {
      cache.get(`{ a${index}: openHearings }`, `viewer ${index % 3}`, () => prepared('query'));
      expect(cache.size).toBeLessThanOrEqual(1000);
    }
  });

  it('keeps no more than its size under one document with ever other keys', () => {
    const cache = new PreparedCache(10);
    for (let index = 0; index < 1000; index++) {
      cache.get('{ openHearings }', `viewer ${index}`, () => prepared('query'));
    }
    expect(cache.size).toBe(10);
  });

  it('tells documents and keys apart, and prepares each once', () => {
    const cache = new PreparedCache(10);
    const first = cache.get('{ a }', 'one', () => prepared('query'));
    expect(cache.get('{ a }', 'two', () => prepared('query'))).not.toBe(first);
    expect(cache.get('{ b }', 'one', () => prepared('query'))).not.toBe(first);
    expect(cache.get('{ a }', 'one', () => expect.fail('prepared twice'))).toBe(first);
  });
});

it('leaves the memory of an engine bounded while documents keep coming', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const engine = createEngine({ supergraph: departments.supergraph, planCacheSize: 50 });
  const prepareMany = (from: number, to: number) => {
    for (let index = from; index < to; index++) {
      const source = `{ people { a${index}: name b${index}: files { title } } }`;
      engine.prepare(parse(source), source, undefined, refusing({}));
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const early = prepareMany(0, 200);
  const late = prepareMany(200, 1200);
  expect(late - early).toBeLessThan(8 * 1024 * 1024);
}, 60_000);
