import { describe, expect, it } from 'vitest';
import { growingPauses } from '../pauses.ts';

describe('the pause before a worker is started again', () => {
  it('doubles while workers fail from the start, up to ten seconds', () => {
    const pauses = growingPauses();
    const passed = Array.from({ length: 9 }, () => pauses.after(0));
    expect(passed).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
  });

  it('is short again after a worker that lived', () => {
    const pauses = growingPauses();
    pauses.after(0);
    pauses.after(0);
    expect(pauses.after(60_000)).toBe(100);
  });
});
