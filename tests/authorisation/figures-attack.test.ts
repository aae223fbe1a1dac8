import { describe, expect, inject, it } from 'vitest';
import { attack } from './figures-attack/attack.ts';
import { hubOracle, subjects } from './figures-attack/oracle.ts';
import { populationOf, withholdsMore, withholdsOneMore, withholdsSmall } from './figures-attack/planted-oracles.ts';
import { determined } from './figures-attack/solve.ts';
import { knownWorld } from './known-subjects.ts';

/** Questions of each kind of figures; `npm run attack` asks as many as one likes. */
const QUESTIONS = 200;

describe('an attacker with figures of people', () => {
  it.each(subjects)('recovers no count of one to four of $name', { timeout: 120_000 }, async (subject) => {
    const { asked, withheld, recovered, contradictions } = await attack(
      hubOracle(inject('runningHub'), subject),
      subject,
      QUESTIONS,
    );
    expect([asked, recovered, contradictions]).toEqual([QUESTIONS, [], []]);
    expect(withheld).toBeGreaterThan(0);
  });

  const [population] = subjects as [(typeof subjects)[number]];
  const people = populationOf(knownWorld());

  it.each([
    ['withholds one to four alone', withholdsSmall],
    ['withholds one more beside a single one, answer by answer', withholdsOneMore],
    ['withholds more than it must, but not what tells of it', withholdsMore],
  ])('recovers many of a hub that %s', { timeout: 120_000 }, async (_, oracle) => {
    const { recovered } = await attack(oracle(people), population, QUESTIONS);
    expect(recovered.length).toBeGreaterThan(50);
    expect(new Set(recovered.map(({ by }) => by))).toEqual(new Set(['differences', 'bounds', 'equations']));
  });

  it('solves equations that differences alone do not', () => {
    const equation = (value: number, ...names: string[]) => ({
      unknown: new Map(names.map((name) => [name, 1])),
      value,
    });
    const cycle = [equation(5, 'a', 'b'), equation(7, 'b', 'c'), equation(6, 'a', 'c')];
    expect(determined(cycle, 10)).toEqual(
      new Map([
        ['a', 2],
        ['b', 3],
        ['c', 4],
      ]),
    );
    expect(determined([equation(5, 'a', 'b'), equation(7, 'b', 'c')], 10)).toEqual(new Map());
  });
});
