import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") {
      id: ID! secret: String @external hint: String @requires(fields: "secret")
    }
  `,
  resolvers: { Person: { hint: ({ secret }: { secret: string | null }) => secret && `${secret.length} letters` } },
};
