import type { SubgraphAnswer, SubgraphFetch } from '../../gateway/execute/engine.ts';

/** Recorded answers of one subgraph in the order in which they were given, by document: finding one must cost little. */
export type Tape = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What subgraphs answer while a work is done with the fetch that it is given; resolves with both results. */
export async function recordTape<Result>(
  fetch: SubgraphFetch,
  work: (fetch: SubgraphFetch) => Promise<Result>,
): Promise<{ readonly tape: Tape; readonly result: Result }> {
  const tape = new Map<string, Map<string, string[]>>();
  const result = await work(async (subgraph, request) => {
    const answer = await fetch(subgraph, request);
    const own = tape.get(subgraph) ?? new Map<string, string[]>();
    tape.set(subgraph, own.set(request.document, [...(own.get(request.document) ?? []), JSON.stringify(answer)]));
    return answer;
  });
  return { tape, result };
}

/** Answers once with objects of its own that are there already. */
export function fromObjects(tape: Tape): SubgraphFetch {
  const left = answersOf(tape, (text) => JSON.parse(text) as SubgraphAnswer);
  return (subgraph, { document }) => left.get(subgraph)?.get(document)?.shift() ?? { data: null };
}

/** Answers once; reads each answer when it is asked for. */
export function fromText(tape: Tape): SubgraphFetch {
  const left = answersOf(tape, (text) => text);
  return (subgraph, { document }) =>
    JSON.parse(left.get(subgraph)?.get(document)?.shift() ?? '{"data":null}') as SubgraphAnswer;
}

function answersOf<Answer>(tape: Tape, read: (text: string) => Answer): Map<string, Map<string, Answer[]>> {
  const all = [...tape].map(([subgraph, own]) => {
    return [subgraph, new Map([...own].map(([document, texts]) => [document, texts.map(read)]))] as const;
  });
  return new Map(all);
}
