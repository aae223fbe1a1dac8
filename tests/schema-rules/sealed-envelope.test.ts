import { describe, expect, it } from 'vitest';
import { type Graph, graphIn, wholeGraph, wordsOf } from './graph.ts';

const graph = await wholeGraph();

/** What tells in clear who somebody is. */
const clear = ['name', 'formerName', 'idNumber', 'phone', 'birthDate', 'previousIdNumbers'];
const people = new Set([
  'Person',
  'Household',
  'HouseholdMember',
  'Dwelling',
  'CaseParty',
  'MediationParty',
  'RosterEntry',
]);
const NARRATIVE = 'governance-center.case:narrative';
/** Fields of free text, in which people may be named. */
const freeText = new Set(['description', 'note', 'notes', 'summary', 'findings', 'comment', 'remark', 'actions']);
/** Exact look-ups: one person who stands at the window, or nobody. */
const lookups: Readonly<Record<string, readonly string[]>> = {
  'Query.personByIdNumber': ['idNumber'],
  'Query.findPerson': ['name', 'birthDate'],
};

const clearOutsideTheEnvelope = ({ fields }: Graph) =>
  fields
    .filter(
      ({ owner, name, directives }) =>
        people.has(owner) && clear.includes(name) && !directives.includes('inaccessible'),
    )
    .map(({ coordinate }) => coordinate);

const unsealedText = ({ fields }: Graph) =>
  fields
    .filter(({ owner, name, scopes }) => owner !== 'Query' && freeText.has(name) && !isNarrative(scopes))
    .map(({ coordinate }) => coordinate);

const isNarrative = (scopes: readonly (readonly string[])[] | undefined) =>
  scopes !== undefined && scopes.every((all) => all.includes(NARRATIVE));

const personalArguments = ({ fields }: Graph) =>
  fields.flatMap((field) => field.arguments.map((argument) => ({ field, argument })));

const searches = (all: Graph) =>
  personalArguments(all)
    .filter(({ argument }) => clear.includes(argument.name) || wordsOf(argument.name).includes('name'))
    .filter(({ field, argument }) => !lookups[field.coordinate]?.includes(argument.name))
    .map(({ argument }) => argument.coordinate);

const untagged = (all: Graph) =>
  personalArguments(all)
    .filter(({ argument }) => clear.includes(argument.name) && !argument.directives.includes('tag:sensitive'))
    .map(({ argument }) => argument.coordinate);

/** What a figure must not be cut by: it would count one person. */
const single = [
  'name',
  'birth',
  'birthday',
  'age',
  'person',
  'household',
  'dwelling',
  'address',
  'phone',
  'number',
  'text',
];

const cutsThatSingleOut = ({ choices }: Graph) =>
  choices
    .filter(({ owner }) => /(Dimension|StatisticsFilter|PopulationFilter)$/.test(owner))
    .filter(({ name }) => !/^age_?band$/i.test(name) && wordsOf(name).some((word) => single.includes(word)))
    .map(({ coordinate }) => coordinate);

describe('the sealed envelope', () => {
  it('alone holds who somebody is, in clear', () => {
    expect(clearOutsideTheEnvelope(graph)).toEqual([]);
    const envelope = graph.fields.filter(({ coordinate }) => coordinate === 'Person.identity');
    expect(envelope.map(({ scopes }) => scopes)).toEqual([[['public-security.person:identify']]]);
  });

  it('has free text opened by the narrative scope alone', () => {
    expect(unsealedText(graph)).toEqual([]);
  });

  it('is not searched by name, but for the exact look-ups', () => {
    expect(searches(graph)).toEqual([]);
  });

  it('has every argument that tells who somebody is tagged as sensitive', () => {
    expect(untagged(graph)).toEqual([]);
  });

  it('is not opened by figures: no cut of them singles anybody out', () => {
    expect(cutsThatSingleOut(graph)).toEqual([]);
  });

  it('is missed where something lies beside it', () => {
    const bad = graphIn(`
      type Query { persons(name: String, nameLike: String): Int }
      type Person { id: ID! name: String birthDate: String @inaccessible }
      type Visit { findings: String @requiresScopes(scopes: [["governance-center.visit:read"]]) }
      input VisitStatisticsFilter { ageFrom: Int areaCode: String personId: ID }
      enum VisitDimension { AGE_BAND AGE NAME AREA }`);
    expect(clearOutsideTheEnvelope(bad)).toEqual(['Person.name']);
    expect(unsealedText(bad)).toEqual(['Visit.findings']);
    expect(searches(bad)).toEqual(['Query.persons(name:)', 'Query.persons(nameLike:)']);
    expect(untagged(bad)).toEqual(['Query.persons(name:)']);
    expect(cutsThatSingleOut(bad)).toEqual([
      ...[
        'VisitStatisticsFilter.ageFrom',
        'VisitStatisticsFilter.personId',
        'VisitDimension.AGE',
        'VisitDimension.NAME',
      ],
    ]);
  });
});
