import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'fish',
  typeDefs: `
    type Pond @key(fields: "id") { id: ID! depth: Int! names: [String!] mixed: [String] nested: [[Fish!]!] best: Fish! }
    type Fish { name: String! }
  `,
  resolvers: {
    Pond: {
      depth: ({ id }: { id: string }) => {
        if (id === 'bad') throw new Error('no depth');
        return 4;
      },
      names: ({ id }: { id: string }) => (id === 'bad' ? ['carp', null] : ['carp']),
      mixed: () => ['pike', null],
      nested: ({ id }: { id: string }) => (id === 'bad' ? [[{ name: 'roach' }], [null]] : [[{ name: 'roach' }]]),
      best: ({ id }: { id: string }) => ({ name: id === 'bad' ? null : 'eel' }),
    },
  },
};
