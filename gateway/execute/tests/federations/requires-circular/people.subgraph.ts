import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  typeDefs: `
    type Note @key(fields: "id") { id: ID! author: Writer! byMaster: Boolean! @requires(fields: "author { years }") }
    type Writer @key(fields: "id") { id: ID! years: Int! @external }
  `,
  resolvers: {
    Note: {
      author: ({ id }: { id: string }) => ({ id: id === 'n1' ? 'w1' : 'w2' }),
      byMaster: ({ author }: { author: { years: number } }) => author.years > 10,
    },
  },
};
