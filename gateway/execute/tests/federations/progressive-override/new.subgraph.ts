import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'new',
  typeDefs: `
    type Gauge @key(fields: "id") {
      id: ID!
      level: String @override(from: "old", label: "tank/first")
      rate: String @override(from: "old", label: "tank/second")
      alarm: String @override(from: "old", label: "night-shift")
    }
  `,
  resolvers: { Gauge: { level: () => 'level of new', rate: () => 'rate of new', alarm: () => 'alarm of new' } },
};
