import { describe, expect, it } from 'vitest';
import { connectionsEach } from '../connections.ts';

const SERVER_ADMITS = 397;
const DEPARTMENTS = 7;
/** What one process opens to a database that may have so many connections for writes. */
const opened = (writes: number) => writes + 3 * Math.ceil(writes / 2);

describe('the connections of a worker', () => {
  it.each([1, 2, 3, 4, 6, 8, 12])('of %i fit the server, one more worker included', (workers) => {
    const each = connectionsEach(workers);
    expect(each).toBeGreaterThan(0);
    expect((workers + 1) * DEPARTMENTS * opened(each)).toBeLessThanOrEqual(SERVER_ADMITS);
  });
});
