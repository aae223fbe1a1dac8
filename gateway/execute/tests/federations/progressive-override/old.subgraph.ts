import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'old',
  typeDefs: `
    type Query { gauge: Gauge }
    type Gauge @key(fields: "id") { id: ID! level: String rate: String alarm: String }
  `,
  resolvers: {
    Query: { gauge: () => ({ id: 'g' }) },
    Gauge: { level: () => 'level of old', rate: () => 'rate of old', alarm: () => 'alarm of old' },
  },
};
