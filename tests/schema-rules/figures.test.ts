import { describe, expect, it } from 'vitest';
import { type Graph, type GraphField, graphIn, wholeGraph, wordsOf } from './graph.ts';

const graph = await wholeGraph();

/** Figures of people or families; the others count what offices do. */
const ofPeople = ['population', 'assistance', 'insurance', 'medicalInsurance'];

/** What figures may be asked for: by place, by time, by the words of a code table, by the office. */
const lawfulArguments = ['filter', 'groupBy', 'areaCode', 'date', 'from', 'to', 'period'];

/** What tells of somebody's illness, belief, dispute or petition; a figure by it is a list in disguise. */
const personal = [
  ...['disease', 'diseases', 'illness', 'diagnosis', 'chronic', 'health', 'disability', 'petition', 'petitioner'],
  ...['ethnicity', 'religion', 'belief', 'party', 'parties', 'reporter', 'victim', 'income', 'amount', 'tag', 'tags'],
];

const figures = ({ fields }: Graph): GraphField[] =>
  fields.filter(({ owner, returns, scopes }) => {
    const counts = scopes?.flat().some((scope) => scope.endsWith(':statistics')) ?? false;
    return returns === 'StatisticTable' || (counts && owner === 'Query');
  });

/** Figures that ask for something else than a statistics scope, or hang on anything but the root. */
const unlawfulScopes = (all: Graph): string[] =>
  figures(all)
    .filter(
      ({ owner, scopes }) =>
        owner !== 'Query' || scopes === undefined || !scopes.flat().every((scope) => scope.endsWith(':statistics')),
    )
    .map(({ coordinate }) => coordinate);

const unlawfulArguments = (all: Graph): string[] =>
  figures(all).flatMap((field) =>
    field.arguments.filter(({ name }) => !lawfulArguments.includes(name)).map(({ coordinate }) => coordinate),
  );

const choicesOfFigures = ({ choices }: Graph) =>
  choices.filter(({ owner }) => /(Dimension|StatisticsFilter|PopulationFilter)$/.test(owner));

const personalChoices = (all: Graph): string[] =>
  choicesOfFigures(all)
    .filter(({ name }) => wordsOf(name).some((word) => personal.includes(word)))
    .map(({ coordinate }) => coordinate);

/** Windows of time on figures of people: moved by a day, two of them tell of one person. */
function windowsOnPeople(all: Graph): string[] {
  const isTime = (name: string) =>
    ['from', 'to', 'period', 'date', 'day', 'month', 'year', 'since'].includes(name.toLowerCase());
  const isOfPeople = (name: string) => ofPeople.some((kind) => name.toLowerCase().startsWith(kind.toLowerCase()));
  return [
    ...figures(all)
      .filter(({ name }) => isOfPeople(name))
      .flatMap((field) => field.arguments.filter(({ name }) => isTime(name))),
    ...choicesOfFigures(all).filter(({ owner, name }) => isOfPeople(owner) && isTime(name)),
  ].map(({ coordinate }) => coordinate);
}

describe('figures', () => {
  it('stand at the root, under a statistics scope and no other', () => {
    expect(unlawfulScopes(graph)).toEqual([]);
    expect(figures(graph).length).toBeGreaterThan(9);
  });

  it('are asked for by place, time and code, never by text or number', () => {
    expect(unlawfulArguments(graph)).toEqual([]);
  });

  it('are not cut by what only somebody’s own record tells', () => {
    expect(personalChoices(graph)).toEqual([]);
  });

  it('of people take no window of time', () => {
    expect(windowsOnPeople(graph)).toEqual([]);
    for (const kind of ofPeople) expect(figures(graph).map(({ name }) => name)).toContain(`${kind}Statistics`);
  });

  it('are found where they break a rule', () => {
    const bad = graphIn(`
      type Query {
        populationStatistics(filter: PopulationFilter, from: String, name: String): StatisticTable
          @requiresScopes(scopes: [["public-security.person:read"]])
        open: StatisticTable
      }
      type Household { figures: StatisticTable @requiresScopes(scopes: [["public-security.person:statistics"]]) }
      type StatisticTable { asOf: String }
      input PopulationFilter { diseaseCode: String to: String sex: String }
      enum PopulationDimension { SEX ETHNICITY MONTH }`);
    expect(unlawfulScopes(bad)).toEqual(['Query.populationStatistics', 'Query.open', 'Household.figures']);
    expect(unlawfulArguments(bad)).toEqual(['Query.populationStatistics(name:)']);
    expect(personalChoices(bad)).toEqual(['PopulationFilter.diseaseCode', 'PopulationDimension.ETHNICITY']);
    expect(windowsOnPeople(bad)).toEqual([
      'Query.populationStatistics(from:)',
      'PopulationFilter.to',
      'PopulationDimension.MONTH',
    ]);
  });
});
