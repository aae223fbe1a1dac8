import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../system/token-bucket.ts';

describe('a token bucket', () => {
  it('gives a burst at once, then as many a second as it is told', () => {
    let now = 0;
    const bucket = new TokenBucket({ perSecond: 20, burst: 3 }, () => now);
    expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 0, 50]);
    now = 50;
    expect([bucket.take(), bucket.take()]).toEqual([0, 50]);
    now = 60_000;
    expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 0, 50]);
  });

  it('gives nothing while it is shut', () => {
    let now = 0;
    const bucket = new TokenBucket({ perSecond: 10, burst: 10 }, () => now);
    bucket.shut(1_000);
    expect(bucket.take()).toBeGreaterThanOrEqual(1_000);
    now = 999;
    expect(bucket.take()).toBeGreaterThan(0);
    now = 1_000;
    expect(bucket.take()).toBe(0);
  });
});
