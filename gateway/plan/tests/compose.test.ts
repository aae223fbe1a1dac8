import { describe, expect, it } from 'vitest';
import { CompositionError, composeSupergraph } from '../compose.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';
const a = { name: 'a', typeDefs: `${link} type Query { one: Thing } type Thing @key(fields: "id") { id: ID! }` };
const b = { name: 'b', typeDefs: `${link} type Thing @key(fields: "id") { id: ID! size: Int }` };

describe('composing', () => {
  it('gives one supergraph, the same in whatever order the subgraphs come', () => {
    expect(composeSupergraph([b, a])).toBe(composeSupergraph([a, b]));
    expect(composeSupergraph([a, b])).toContain('@join__graph(name: "b", url: "inprocess://b")');
  });

  it('lists every fault', () => {
    const faulty = { name: 'c', typeDefs: `${link} type Query { one: Int two: Missing }` };
    const broken = { name: 'd', typeDefs: `${link} type Thing @key(fields: "nothing") { id: ID! }` };
    let error: unknown;
    try {
      composeSupergraph([a, faulty, broken]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CompositionError);
    const { faults, message } = error as CompositionError;
    expect(faults.length).toBeGreaterThan(1);
    for (const fault of faults) {
      expect(message).toContain(fault);
    }
  });
});
