import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'authors',
  typeDefs: `
    type Volume @key(fields: "number") { number: ID author: Author! }
    type Author { name: String }
  `,
  resolvers: { Volume: { author: ({ number }: { number: string }) => ({ name: `Author ${number}` }) } },
};
