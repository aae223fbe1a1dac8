import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'harbour',
  version: 1,
  typeDefs: `
    type Query { arrivals: [Ship] }
    type Ship @extends @key(fields: "sign") { sign: String @external name: String @external berth: String @requires(fields: "name") arrivedAt: String }
  `,
  resolvers: {
    Query: { arrivals: () => [{ sign: 'KILO', arrivedAt: '08:30' }, null] },
    Ship: { berth: ({ name, sign }: { name: string; sign: string }) => `${sign}/${name}`, arrivedAt: () => '08:30' },
  },
};
