import { type Random, randomAt } from '../../../schema/synthetic/random.ts';
import { difference, narrow, solveTogether, splitsOf } from './inference.ts';
import { type Cell, Knowledge } from './knowledge.ts';
import type { Oracle, Question, Subject } from './oracle.ts';

/** How an attack went. */
export interface Attack {
  /** Questions asked. */
  readonly asked: number;
  /** Figures that were withheld at least once. */
  readonly withheld: number;
  /** Counts of one to four that follow from the answers, with what found them. */
  readonly recovered: readonly { readonly cell: Cell; readonly count: number; readonly by: string }[];
  /** Figures of which two answers told different values. */
  readonly contradictions: readonly Cell[];
}

const DISTRICT = ['330803'];
const AT_ONCE = 200;
/** Unknowns that are solved for together. */
const UNKNOWNS = 400;

/**
 * Asks so many questions of one kind of figures and finds out what it can: every grouping first, then, of figures that
 * were withheld, the same ones in other words, and together with others, by filters, by viewers of other areas and of
 * several; after that everything that follows from totals, parts, bounds and equations.
 */
export async function attack(oracle: Oracle, subject: Subject, questions: number): Promise<Attack> {
  const knowledge = new Knowledge(subject);
  const groupings = subsetsOf(subject.dimensions).flatMap((dimensions) =>
    [[], ['TOWN'], ['AREA']].map((place) => [...place, ...dimensions]),
  );
  const tables: Question[] = groupings.map((groupBy) => ({ areas: DISTRICT, only: {}, groupBy }));
  const answers = await oracle(tables);
  tables.forEach((question, index) => knowledge.learn(question, answers[index] ?? []));
  let asked = tables.length;
  const random = randomAt(1, 'attack', subject.name);
  while (asked < questions) {
    const rounds = Array.from({ length: Math.min(AT_ONCE, questions - asked) }, () =>
      otherWords(knowledge, subject, random),
    );
    for (const [, same] of Map.groupBy(rounds, ({ question }) => question.areas.join())) {
      const told = await oracle(same.map(({ question }) => question));
      same.forEach(({ question, cells }, index) => {
        const rows = told[index] ?? [];
        if (cells.length === 1) knowledge.learn(question, rows);
        else if (rows[0] && rows[0].count !== null) knowledge.learnSum(cells, rows[0].count);
      });
    }
    asked += rounds.length;
  }
  const splits = splitsOf(knowledge, subject);
  const ways = {
    differences: difference(knowledge, splits),
    bounds: narrow(knowledge, splits),
    equations: solveTogether(knowledge, splits, UNKNOWNS),
    'asking in other words': new Map([...knowledge.withheld].flatMap((cell) => entryOf(knowledge, cell))),
  };
  const recovered = Object.entries(ways).flatMap(([by, found]) =>
    [...found].filter(([, count]) => count > 0 && count < 5).map(([cell, count]) => ({ cell, count, by })),
  );
  return { asked, withheld: knowledge.withheld.size, recovered, contradictions: knowledge.contradictions };
}

const entryOf = ({ known }: Knowledge, cell: Cell): [Cell, number][] => {
  const value = known.get(cell);
  return value === undefined ? [] : [[cell, value]];
};

interface OtherWords {
  readonly question: Question;
  /** What is asked for: several figures where their sum is. */
  readonly cells: readonly Cell[];
}

/** A withheld figure in other words: by filter, by the viewer's area, or summed with figures of other areas. */
function otherWords({ withheld, known }: Knowledge, { dimensions, filters }: Subject, random: Random): OtherWords {
  const cell = random.pick([...withheld]);
  const [area = '', ...values] = cell.split('|');
  const groupBy = dimensions.filter((name, index) => values[index] !== '*' && filters[name] === undefined);
  const only = Object.fromEntries(
    dimensions.flatMap((name, index) => (values[index] !== '*' && filters[name] ? [[name, values[index] ?? '']] : [])),
  );
  const way = random.pick([
    'filter',
    'viewer',
    'with one that is told',
    'with one that is withheld',
    'with several',
  ] as const);
  const single = (areas: readonly string[], areaCode?: string): OtherWords => ({
    question: { areas, only, groupBy, ...(areaCode !== undefined && { areaCode }) },
    cells: [cell],
  });
  if (way === 'filter' || area === '') return single(DISTRICT, area);
  if (way === 'viewer' || groupBy.length > 0) return single([area]);
  const beside = [...(way === 'with one that is told' ? known.keys() : withheld)].filter((other) => {
    const [place = '', ...own] = other.split('|');
    return place.length === area.length && place !== area && own.every((value, index) => value === values[index]);
  });
  if (beside.length === 0) return single([area]);
  const others = Array.from({ length: way === 'with several' ? 3 : 1 }, () => random.pick(beside));
  const cells = [...new Set([cell, ...others])];
  return { question: { areas: cells.map((one) => one.split('|')[0] ?? '').sort(), only, groupBy }, cells };
}

const subsetsOf = (names: readonly string[]): string[][] =>
  names.reduce<string[][]>((subsets, name) => [...subsets, ...subsets.map((subset) => [...subset, name])], [[]]);
