import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../execute/engine.ts';
import { composeSupergraph } from '../compose.ts';
import { drawnLabels, overrideLabels } from '../override-labels.ts';
import { NOTHING_REFUSED } from '../refused.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@override"])`;
const supergraph = composeSupergraph([
  { name: 'a', typeDefs: `${link} type Query { t: T } type T @key(fields: "id") { id: ID! x: Int y: Int z: Int }` },
  {
    name: 'b',
    typeDefs: `${link} type T @key(fields: "id") {
      id: ID!
      x: Int @override(from: "a", label: "percent(20)")
      y: Int @override(from: "a", label: "percent(70.5)")
      z: Int @override(from: "a", label: "beta")
    }`,
  },
]);
const source = '{ t { x y z } }';
const document = parse(source);

/** The fields that are asked of the subgraph that overrides. */
function moved(engine: ReturnType<typeof createEngine>, labels?: ReadonlySet<string>): string[] {
  const { schedule } = engine.prepare(document, source, undefined, NOTHING_REFUSED, labels).variant({});
  const texts = (schedule?.steps ?? [])
    .filter(({ target }) => target.subgraph === 'b')
    .map(({ target }) => target.document);
  return ['x', 'y', 'z'].filter((field) => texts.some((text) => new RegExp(`\\b${field}\\b`).test(text)));
}

describe('labels of progressive overrides', () => {
  it('are read out of a supergraph', () => {
    expect(overrideLabels(supergraph)).toEqual(['beta', 'percent(20)', 'percent(70.5)']);
  });

  it('are inactive by default', () => {
    expect(moved(createEngine({ supergraph }))).toEqual([]);
  });

  it('are active as the caller says, percentages each by itself', () => {
    const engine = createEngine({ supergraph });
    expect(moved(engine, new Set(['percent(20)']))).toEqual(['x']);
    expect(moved(engine, new Set(['percent(70.5)', 'beta']))).toEqual(['y', 'z']);
    expect(moved(engine, new Set(['unknown']))).toEqual([]);
  });

  it('are chosen anew for each request, where the caller says nothing', () => {
    let draw = 10;
    const engine = createEngine({ supergraph, overrideLabels: drawnLabels(() => draw) });
    expect(moved(engine)).toEqual(['x', 'y']);
    draw = 20;
    expect(moved(engine)).toEqual(['y']);
    draw = 99;
    expect(moved(engine)).toEqual([]);
  });

  it('keep their plans apart, and share those of the same labels', () => {
    const engine = createEngine({ supergraph });
    const prepare = (...labels: string[]) =>
      engine.prepare(document, source, undefined, NOTHING_REFUSED, new Set(labels));
    expect(prepare('beta', 'percent(20)')).toBe(prepare('percent(20)', 'beta', 'unknown'));
    expect(prepare('beta')).not.toBe(prepare());
  });
});
