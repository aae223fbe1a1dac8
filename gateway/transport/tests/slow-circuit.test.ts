import { describe, expect, it } from 'vitest';
import { viewer } from '../../../tests/kit/viewer.ts';
import { leaveSlowAlone } from '../leave-slow-alone.ts';
import { type Asked, SlowCircuit } from '../slow-circuit.ts';
import type { Transport, TransportRequest } from '../transport.ts';
import { UsualPace } from '../usual-pace.ts';

const SLOW = 2_000;
const FAST = 20;

function circuitOf(others = FAST) {
  const changes: boolean[] = [];
  const circuit = new SlowCircuit({
    slowMs: 1_500,
    pauseMs: 5_000,
    othersMs: () => others,
    onChange: (slow) => changes.push(slow),
  });
  let now = 0;
  const answer = (milliseconds: number, wasGivenUp = false) => {
    const asked = circuit.admit(now);
    if (!asked) return false;
    now += milliseconds;
    circuit.ended(asked, now, wasGivenUp);
    return true;
  };
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { circuit, changes, answer, wait };
}

describe('SlowCircuit', () => {
  it('leaves a department alone after two slow answers in a row, and no sooner', () => {
    const { answer, changes } = circuitOf();
    expect([answer(SLOW), answer(FAST), answer(SLOW), answer(SLOW), answer(FAST)]).toEqual([
      ...[true, true, true, true],
      false,
    ]);
    expect(changes).toEqual([true]);
  });

  it('counts questions that waited together once: one stall is not two slow answers', () => {
    const { circuit } = circuitOf();
    const together = Array.from({ length: 30 }, () => circuit.admit(0) as Asked);
    for (const asked of together) circuit.ended(asked, SLOW, false);
    expect(circuit.admit(SLOW)).not.toBeNull();
  });

  it('asks on where the others take as long: then it is the machine that is busy', () => {
    const { answer } = circuitOf(800);
    expect(Array.from({ length: 5 }, () => answer(SLOW))).toEqual([true, true, true, true, true]);
  });

  it('tries it with one question after the pause, ever more seldom while it stays slow', () => {
    const { circuit, answer, wait } = circuitOf();
    answer(SLOW);
    answer(SLOW);
    for (const pause of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      wait(pause - 1);
      expect(answer(SLOW)).toBe(false);
      wait(1);
      expect(answer(SLOW)).toBe(true);
    }
    expect(circuit.admit(Number.MAX_SAFE_INTEGER)).not.toBeNull();
    expect(circuit.admit(Number.MAX_SAFE_INTEGER)).toBeNull();
  });

  it('asks it again as before once a trial was answered in time', () => {
    const { answer, wait, changes } = circuitOf();
    answer(SLOW);
    answer(SLOW);
    wait(5_000);
    expect([answer(FAST), answer(SLOW), answer(FAST)]).toEqual([true, true, true]);
    expect(changes).toEqual([true, false]);
  });

  it('tries it with another question where nobody waited for the trial to end', () => {
    const { answer, wait } = circuitOf();
    answer(SLOW);
    answer(SLOW);
    wait(5_000);
    expect([answer(FAST, true), answer(SLOW), answer(FAST)]).toEqual([true, true, false]);
  });
});

describe('leaveSlowAlone', () => {
  const sent: string[] = [];
  const slow: Transport = {
    department: 'justice',
    async send({ document }) {
      sent.push(document);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { data: {} };
    },
    subscribe: () => Promise.reject(new Error('not asked')),
  };
  const query = (document: string): TransportRequest => ({
    ...{ document, kind: 'query', operationName: undefined, variables: {} },
  });
  const facets = query('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }');
  const question = query('{ mediationOrganizations { name } }');

  it('answers facets without the department, and still asks it what it alone is asked', async () => {
    const transport = leaveSlowAlone(slow, new UsualPace(), { slowMs: 1, pauseMs: 60_000, onChange: () => undefined });
    await transport.send(facets, viewer());
    await transport.send(facets, viewer());
    const refused = {
      code: 'SOURCE_UNAVAILABLE',
      message: 'justice is not asked now: its last answers took too long.',
    };
    await expect(transport.send(facets, viewer())).rejects.toMatchObject(refused);
    await transport.send(question, viewer());
    expect(sent).toEqual([facets.document, facets.document, question.document]);
  });
});

describe('UsualPace', () => {
  it('is what the middle one of the other departments takes lately', () => {
    const pace = new UsualPace();
    expect(pace.ofOthersThan('justice')).toBe(0);
    for (const [department, milliseconds] of Object.entries({ justice: 2_000, hub: 10, centre: 30, civil: 900 })) {
      pace.note(department, milliseconds);
    }
    expect(pace.ofOthersThan('justice')).toBe(30);
    for (let count = 0; count < 50; count++) for (const name of ['hub', 'centre']) pace.note(name, 700);
    expect(pace.ofOthersThan('justice')).toBeCloseTo(700, 0);
  });
});
