import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'staff',
  typeDefs: `
    type Query { workers(secret: Boolean @inaccessible, first: Int): [Worker!]! hidden: Worker @inaccessible }
    type Worker @key(fields: "badge") { badge: ID! @inaccessible name: String! role: Role by: Signer }
    enum Role { COOK SPY @inaccessible }
    union Signer = Worker | Machine
    type Machine @inaccessible { serial: String }
  `,
  resolvers: {
    Query: {
      workers: (_: unknown, { first }: { first?: number }) =>
        [
          {
            badge: 'w1',
            name: 'Ida',
            role: 'COOK',
            by: { __typename: 'Worker', badge: 'w2', name: 'Ole', role: 'SPY' },
          },
          { badge: 'w2', name: 'Ole', role: 'SPY', by: { __typename: 'Machine', serial: 'x' } },
        ].slice(0, first),
    },
  },
};
