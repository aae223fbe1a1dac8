import { describe, expect, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import purposes from '../../subgraphs/hub/purposes/purposes.json' with { type: 'json' };
import { type Graph, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();
const granted = new Set(purposes.flatMap(({ scopes, matterScopes }) => [...scopes, ...matterScopes]));

/** Scopes that no purpose grants yet, each with the reason. */
const reserved: Readonly<Record<string, string>> = {};

/** Scopes that purposes grant for what is done, not read. */
const doing = /:(accept|write|supervise)$/;

/** Scopes that purposes grant although no field asks for them yet, each with the reason. */
const unasked: Readonly<Record<string, string>> = {
  'governance-center.visit:statistics': 'the figures of visits are asked for under case:statistics, beside the others',
};

const scopesIn = ({ fields }: Graph) => new Set(fields.flatMap(({ scopes }) => scopes?.flat() ?? []));

const ungranted = (all: Graph) => [...scopesIn(all)].filter((scope) => !granted.has(scope) && !(scope in reserved));

const misnamed = (all: Graph, departments: readonly string[]) =>
  [...scopesIn(all)].filter((scope) => {
    const [department = '', rest = ''] = scope.split('.');
    return !departments.includes(department) || !/^[a-z]+(-[a-z]+)*:[a-z]+$/.test(rest);
  });

describe('scopes', () => {
  it('are each granted by some purpose, or reserved', () => {
    expect(ungranted(graph)).toEqual([]);
  });

  it('are reserved only while no purpose grants them', () => {
    expect(Object.keys(reserved).filter((scope) => granted.has(scope))).toEqual([]);
  });

  it('are granted only where the graph asks for them, or something is done with them', () => {
    const asked = scopesIn(graph);
    expect([...granted].filter((scope) => !asked.has(scope) && !doing.test(scope))).toEqual(Object.keys(unasked));
  });

  it('are named <department>.<noun>:<verb>', () => {
    expect(misnamed(graph, departmentNames())).toEqual([]);
  });

  it('are found where nobody grants or misnames them', () => {
    const bad = graphIn('type Query { a: Int @requiresScopes(scopes: [["nobody.thing:read"], ["hub:Read"]]) }');
    expect(ungranted(bad)).toEqual(['nobody.thing:read', 'hub:Read']);
    expect(misnamed(bad, ['hub'])).toEqual(['nobody.thing:read', 'hub:Read']);
  });
});
