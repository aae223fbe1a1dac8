import { describe, expect, it } from 'vitest';
import { type Graph, type GraphField, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();

/** Where several people stand together, why they may, and what may be asked about which of them. */
const lawful: Readonly<Record<string, { readonly because: string; readonly arguments?: readonly string[] }>> = {
  'Query.roster': {
    because: 'the care visits that a grid worker owes: the one list of people',
    arguments: ['kind', 'areaCode', 'notVisitedForDays'],
  },
  'Query.householdsOf': { because: 'the round of a grid worker, masked, home by home', arguments: ['areaCode'] },
  'Case.parties': { because: 'those whom the matter in hand is about' },
  'Mediation.parties': { because: 'those whom the mediation is about' },
  'Household.members': { because: 'those who share a home or a register page', arguments: ['asOf'] },
  'Dwelling.households': { because: 'the homes at one address' },
  'Marriage.spouses': { because: 'the two who married' },
  'SocialAssistance.beneficiaries': { because: 'the family that one benefit supports' },
  'Disclosure.persons': { because: 'whose data a request read: the citizen’s own and the auditor’s log' },
};

const PAGE = ['first', 'after'];

/** What a field lists: the rows of a page count as the field's own. */
function listedBy({ fields }: Graph, { list, returns }: GraphField): string | undefined {
  if (list) return returns;
  return fields.find(({ owner, name }) => owner === returns && name === 'nodes')?.returns;
}

/** Whether a row of this type stands for a person: it is one, or it points at one. */
const isSomebody = ({ fields }: Graph, type: string): boolean =>
  type === 'Person' ||
  fields.some(
    ({ owner, returns, list, name }) => owner === type && returns === 'Person' && !list && name !== 'supersededBy',
  );

/** Fields that list people, but for the plumbing of pages and the register's own entity look-up. */
function listsOfPeople(all: Graph): GraphField[] {
  return all.fields.filter((field) => {
    if (/(Connection|Edge)$/.test(field.owner)) return false;
    const listed = listedBy(all, field);
    return listed !== undefined && isSomebody(all, listed);
  });
}

const unlawfulLists = (all: Graph): string[] =>
  listsOfPeople(all)
    .map(({ coordinate }) => coordinate)
    .filter((coordinate) => !(coordinate in lawful));

/** Arguments that would pick people out of a lawful list. */
const unlawfulArguments = (all: Graph): string[] =>
  listsOfPeople(all).flatMap(({ coordinate, arguments: given }) =>
    given
      .filter(({ name }) => ![...PAGE, ...(lawful[coordinate]?.arguments ?? [])].includes(name))
      .map((argument) => argument.coordinate),
  );

/** Ways to an incident that do not lead through the matter it was handed to (治安管理处罚法 136). */
const waysToIncidents = (all: Graph): string[] =>
  all.fields
    .filter((field) => field.returns === 'Incident' || listedBy(all, field) === 'Incident')
    .filter(({ owner }) => owner !== 'Case' && !/(Connection|Edge)$/.test(owner))
    .map(({ coordinate }) => coordinate);

const peopleOfIncidents = ({ fields }: Graph): string[] =>
  fields
    .filter(({ owner, returns }) => owner === 'Incident' && ['Person', 'Household', 'Dwelling'].includes(returns))
    .map(({ coordinate }) => coordinate);

describe('lists of people', () => {
  it('are the grid worker’s roster and those whom one matter, home or benefit concerns, nothing else', () => {
    expect(unlawfulLists(graph)).toEqual([]);
  });

  it('take no filter that would pick people out', () => {
    expect(unlawfulArguments(graph)).toEqual([]);
  });

  it('all exist where they are called lawful', () => {
    const coordinates = listsOfPeople(graph).map(({ coordinate }) => coordinate);
    expect(Object.keys(lawful).filter((coordinate) => !coordinates.includes(coordinate))).toEqual([]);
  });

  it('do not lead to incidents: these belong to their matter alone', () => {
    expect(waysToIncidents(graph)).toEqual([]);
    expect(peopleOfIncidents(graph)).toEqual([]);
  });

  it('are found as a root field, a page and a field of reference data, and so are their filters', () => {
    const bad = graphIn(`
      type Query {
        persons(filter: String, first: Int): [Person!]
        ill(disease: String!): PatientConnection
        roster(kind: String, disease: String): [Patient!]
      }
      type Area { residents: [Person!]! }
      type PatientConnection { nodes: [Patient!]! }
      type Patient { person: Person }
      type Person { id: ID! supersededBy: Person incidents: [Incident!] }
      type Incident { id: ID! reporter: Person }`);
    // An incident with a reporter is somebody, too.
    expect(unlawfulLists(bad)).toEqual(['Query.persons', 'Query.ill', 'Area.residents', 'Person.incidents']);
    expect(unlawfulArguments(bad)).toEqual(['Query.persons(filter:)', 'Query.ill(disease:)', 'Query.roster(disease:)']);
    expect(waysToIncidents(bad)).toEqual(['Person.incidents']);
    expect(peopleOfIncidents(bad)).toEqual(['Incident.reporter']);
  });
});
