import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { ask, type Contender } from './load.ts';
import type { Question } from './questions.ts';

/** Throws unless all contenders give the same data for every question, without errors; `revive` as for `JSON.parse`. */
export async function assertSameAnswers(
  contenders: readonly Contender[],
  questions: readonly Question[],
  revive?: (key: string, value: unknown) => unknown,
): Promise<void> {
  const pools = contenders.map(({ server }) => new Pool(server.url, { connections: 1 }));
  for (const [index, question] of questions.entries()) {
    const texts = await Promise.all(
      contenders.map((contender, place) => ask(pools[place] as Pool, contender, question)),
    );
    const answers = texts.map(
      (text) => JSON.parse(text, revive) as { readonly data: unknown; readonly errors?: unknown },
    );
    for (const [place, { data, errors }] of answers.entries()) {
      const { name } = contenders[place] as Contender;
      if (errors) throw new Error(`Expected no errors from ${name}: ${JSON.stringify(errors).slice(0, 300)}`);
      if (isDeepStrictEqual(data, answers[0]?.data)) continue;
      const path = firstDifference(answers[0]?.data, data, 'data');
      throw new Error(
        `Expected the answers of ${contenders[0]?.name} and ${name} to be equal; question ${index} differs at ${path}.`,
      );
    }
  }
  await Promise.all(pools.map((pool) => pool.close()));
}

/** A reviver that keeps of a cursor only whether there is one: it is opaque, and different each time. */
export const withoutCursor = (key: string, value: unknown): unknown => (key === 'endCursor' ? value !== null : value);

/** The path at which two values begin to differ; no value is told. */
function firstDifference(one: unknown, other: unknown, path: string): string {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return path;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [(one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]];
    if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, `${path}.${key}`);
  }
  return path;
}
