import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { faultWithoutValues } from '../fault-without-values.ts';

const CANARY = 'ZHANG3308980';

describe('what is logged of a fault', () => {
  it('is its kind, code and place, and those of its causes, without any text', () => {
    const cause = Object.assign(new TypeError(`row (${CANARY})\n    at ${CANARY}`), { code: '23505', detail: CANARY });
    const { faults } = faultWithoutValues(
      new GraphQLError(CANARY, { originalError: cause, extensions: { code: 'X' } }),
    );
    expect(faults.map(({ name, code }) => [name, code])).toEqual([
      ['GraphQLError', 'X'],
      ['TypeError', '23505'],
    ]);
    expect(faults[1]?.frames[0]).toContain('fault-without-values.test');
    expect(JSON.stringify(faults)).not.toContain(CANARY);
  });

  it('is the kind of a value that is no error', () => {
    expect(faultWithoutValues(CANARY)).toEqual({ faults: [{ name: 'string', code: undefined, frames: [] }] });
  });

  it('ends where a fault is its own cause', () => {
    const fault = new Error('x');
    fault.cause = fault;
    expect(faultWithoutValues(fault).faults.length).toBeLessThan(10);
  });
});
