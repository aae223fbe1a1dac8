import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Strict @key(fields: "id") { id: ID! must: String! may: String }
    type Item @key(fields: "id") { id: ID! must: Int! }
  `,
  resolvers: {
    Strict: {
      must: ({ id }: { id: string }) => {
        if (id === '1') throw new Error('not today');
        return 'here';
      },
      may: () => 'perhaps',
    },
    Item: {
      must: ({ id }: { id: string }) => {
        if (id === '2') throw new Error('not this one');
        return 1;
      },
    },
  },
};
