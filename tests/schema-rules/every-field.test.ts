import { describe, expect, it } from 'vitest';
import { scopesOf, sealedFields } from '../authorisation/sealed-fields.ts';
import { type Graph, type GraphField, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();

/**
 * The fields that any authenticated caller may read. Whatever a department adds to these types, or to the roots, either
 * asks for a scope or is written down here by somebody who has thought about it.
 */
const openFields: Readonly<Record<string, string>> = {
  Area: 'children code grids level name parent',
  Code: 'code label labelZh system',
  DataSource: 'asOf batches department quarantined rows status',
  Grid: 'area code duties id kind name posts validFrom validTo',
  GridConnection: 'edges nodes pageInfo totalCount',
  GridEdge: 'cursor node',
  GridPost: 'role worker',
  GridWorker: 'fullTime lastTrainedOn name',
  ImportBatch: 'accepted file finishedAt id normalised quarantined reasons rows sha256 startedAt',
  MediationOrganization: 'area id kind mediators name',
  Mediator: 'employment id name openMediations organization specialities',
  MediatorConnection: 'edges nodes pageInfo totalCount',
  MediatorEdge: 'cursor node',
  Organization: 'area board id kind name onDuty stationing',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  Purpose: 'boundTo code legalBasis scopes title titleZh',
  Query: 'area dataSources grid mediationOrganizations organizations purposes',
  RuleCount: 'rows rule',
};

const roots = ['Query', 'Mutation', 'Subscription'];
const isInternal = ({ directives }: GraphField) =>
  directives.includes('inaccessible') || directives.includes('external');
const isOpen = (coordinate: string) => {
  const [owner = '', name = ''] = coordinate.split('.');
  return openFields[owner]?.split(' ').includes(name) ?? false;
};

/** Fields without a scope at the roots and on open types that nobody has written down as open. */
const withoutRule = ({ fields }: Graph): string[] =>
  fields
    .filter((field) => field.scopes === undefined && !isInternal(field))
    .filter(({ owner }) => roots.includes(owner) || owner in openFields)
    .map(({ coordinate }) => coordinate)
    .filter((coordinate) => !isOpen(coordinate));

/** Fields whose scopes are not those that the table of sealed fields tells, root by root and type by type. */
const otherwiseSealed = ({ fields }: Graph): string[] =>
  fields
    .filter(({ scopes, owner }) => scopes !== undefined && !['Mutation', 'Subscription'].includes(owner))
    .filter(({ owner, name, scopes = [] }) => {
      const told = scopesOf(owner, name);
      return scopes.some((all) => !told.includes(all.join('+'))) || told.length !== scopes.length;
    })
    .map(({ coordinate }) => coordinate);

describe('every field', () => {
  it('asks for a scope or is known as open', () => {
    expect(withoutRule(graph)).toEqual([]);
  });

  it('asks for the scopes that the table of sealed fields tells', () => {
    expect(otherwiseSealed(graph)).toEqual([]);
  });

  it('that a table tells of is in the graph', () => {
    const coordinates = new Set(graph.fields.map(({ coordinate }) => coordinate));
    const told = [
      ...Object.values(sealedFields).flatMap((fields) => fields.split(' ')),
      ...Object.entries(openFields).flatMap(([owner, names]) => names.split(' ').map((name) => `${owner}.${name}`)),
    ];
    expect(told.filter((coordinate) => !coordinates.has(coordinate))).toEqual([]);
  });

  it('that is new and has no rule is found: at a root, on reference data, and with a scope that no table tells', () => {
    const bad = graphIn(`
      type Query { area: Area casesOpen: Int }
      type Mutation { forget(id: ID!): Boolean }
      type Area { code: String! residents: Int }
      type Person { income: Int @requiresScopes(scopes: [["public-security.person:read"]])
        sex: Int @requiresScopes(scopes: [["hub.person:lookup"]]) }`);
    expect(withoutRule(bad)).toEqual(['Query.casesOpen', 'Mutation.forget', 'Area.residents']);
    expect(otherwiseSealed(bad)).toEqual(['Person.income', 'Person.sex']);
  });
});
