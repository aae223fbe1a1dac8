import { describe, expect, it } from 'vitest';
import { type Graph, type GraphField, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();

/** What any authenticated caller may read: reference data of the district and its offices, nothing of anybody's life. */
const open = new Set([
  ...['Area', 'Grid', 'GridPost', 'GridWorker', 'GridConnection', 'GridEdge', 'Organization'],
  // Officials who mediate are named to the public.
  ...['MediationOrganization', 'Mediator', 'MediatorConnection', 'MediatorEdge'],
  // What the hub may be asked for and how fresh its sources are: everybody may know.
  ...['Purpose', 'DataSource', 'ImportBatch', 'RuleCount'],
  ...['Code', 'PageInfo', 'RecordSource'],
]);

/** Entities to which several departments add what they know of one and the same person, home or matter. */
const seams = new Set(['Person', 'Household', 'Dwelling', 'Case']);

/** Fields at the seams that tell no more than the key does. */
const harmless: Readonly<Record<string, string>> = {
  'Person.supersededBy': 'an id for an id: whoever holds the old one was given it',
  'Household.grid': 'which grid a household known by its id lies in: places, not people',
  'Dwelling.grid': 'which grid a dwelling known by its id lies in',
};

/** Where what is read begins. */
const roots = ['Query', 'Subscription'];

const isOpen = (field: GraphField) => field.scopes === undefined;
const isLeaf = ({ fields }: Graph, type: string) => !fields.some(({ owner }) => owner === type);
const isInternal = (field: GraphField) =>
  field.directives.includes('inaccessible') || field.directives.includes('external');

/** Types that an authenticated caller without any scope gets into, and the way there. */
function reachedWithoutScope(all: Graph): Map<string, string> {
  const reached = new Map<string, string>(roots.map((root) => [root, root]));
  for (const [type, way] of reached) {
    for (const field of all.fields) {
      if (field.owner !== type || !isOpen(field) || isInternal(field)) continue;
      if (!isLeaf(all, field.returns) && !reached.has(field.returns)) {
        // The key of an entity tells nothing: what it leads to is judged at the seam.
        if (!seams.has(field.returns)) reached.set(field.returns, `${way} → ${field.coordinate}`);
      }
    }
  }
  for (const root of roots) reached.delete(root);
  return reached;
}

function openBeyondReferenceData(all: Graph): string[] {
  return [...reachedWithoutScope(all)].filter(([type]) => !open.has(type)).map(([, way]) => way);
}

function openAtTheSeams({ fields, keys }: Graph): string[] {
  return fields
    .filter((field) => seams.has(field.owner) && isOpen(field) && !isInternal(field))
    .filter(({ owner, name, coordinate }) => !keys.get(owner)?.includes(name) && !(coordinate in harmless))
    .map(({ department, coordinate }) => `${department}: ${coordinate}`);
}

function openWaysToSeams({ fields }: Graph): string[] {
  return fields
    .filter((field) => (open.has(field.owner) || roots.includes(field.owner)) && seams.has(field.returns))
    .filter((field) => isOpen(field) && !isInternal(field))
    .map(({ coordinate }) => coordinate);
}

describe('closed by default', () => {
  it('lets nobody past reference data without a scope', () => {
    expect(openBeyondReferenceData(graph)).toEqual([]);
  });

  it('asks for a scope on all that a department adds to a person, a household, a dwelling or a case', () => {
    expect(openAtTheSeams(graph)).toEqual([]);
  });

  it('has no open way from reference data to people, households, dwellings or cases', () => {
    expect(openWaysToSeams(graph)).toEqual([]);
  });

  it('finds a type that an open field leads to', () => {
    const bad = graphIn(`
      type Query { area: Area visit: Visit @requiresScopes(scopes: [["example.visit:read"]]) }
      type Area { code: String! visits: [Visit!] }
      type Visit { findings: String }`);
    expect(openBeyondReferenceData(bad)).toEqual(['Query → Query.area → Area.visits']);
  });

  it('finds an open field of a person, and an open way to one', () => {
    const bad = graphIn(`
      type Query { area: Area person(id: ID!): Person }
      type Area { code: String! eldest: Person }
      type Person @key(fields: "id") { id: ID! income: Int record: Int @inaccessible }`);
    expect(openAtTheSeams(bad)).toEqual(['example: Person.income']);
    expect(openWaysToSeams(bad)).toEqual(['Query.person', 'Area.eldest']);
  });

  it('excuses nothing that the graph does not have', () => {
    const coordinates = new Set(graph.fields.map(({ coordinate }) => coordinate));
    expect(Object.keys(harmless).filter((coordinate) => !coordinates.has(coordinate))).toEqual([]);
    const types = new Set(graph.types.map(({ name }) => name));
    expect([...open, ...seams].filter((type) => !types.has(type))).toEqual([]);
  });
});
