import { describe, expect, it } from 'vitest';
import { EventQueue, type SourceEvent } from '../event-queue.ts';

const event = (key: string, time = 0) => ({ key, time });

describe('an event queue', () => {
  it('gives out events in order, each key once with its latest event', async () => {
    const queue = new EventQueue<ReturnType<typeof event>>(10);
    for (const one of [event('a', 1), event('b', 1), event('a', 2)]) queue.push(one);
    expect([(await queue.next()).value, (await queue.next()).value]).toEqual([event('a', 2), event('b', 1)]);
  });

  it('takes no more keys than its limit, and events of a waiting key all the same', () => {
    const queue = new EventQueue(2);
    expect(['a', 'b', 'c', 'a'].map((key) => queue.push(event(key)))).toEqual([true, true, false, true]);
  });

  it('hands an event to a reader who waits', async () => {
    const queue = new EventQueue(1);
    const read = queue.next();
    queue.push(event('a'));
    expect(await read).toEqual({ done: false, value: event('a') });
  });

  it('ends once, for a waiting reader and for later ones', async () => {
    let ends = 0;
    const queue = new EventQueue(1, () => (ends += 1));
    const read = queue.next();
    queue.end(new Error('lost'));
    queue.end();
    await expect(read).rejects.toThrow('lost');
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    expect(ends).toBe(1);
  });

  it('keeps a fault for the next read and drops what waits', async () => {
    const queue = new EventQueue(1);
    queue.push(event('a'));
    queue.end(new Error('lost'));
    await expect(queue.next()).rejects.toThrow('lost');
    expect(await queue.next()).toEqual({ done: true, value: undefined });
  });

  it('gives out what waits before it finishes, and takes nothing more', async () => {
    const queue = new EventQueue<SourceEvent>(10);
    queue.push({ key: 'a' });
    queue.finish();
    queue.push({ key: 'b' });
    expect(await queue.next()).toEqual({ done: false, value: { key: 'a' } });
    expect((await queue.next()).done).toBe(true);
  });

  it('finishes at once for a reader who waits', async () => {
    const queue = new EventQueue<SourceEvent>(10);
    const next = queue.next();
    queue.finish();
    expect((await next).done).toBe(true);
  });
});
