import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'nicknames',
  typeDefs: `
    type Contact @key(fields: "email") { email: String! @external nickname: String! }
  `,
  resolvers: { Contact: { nickname: ({ email }: { email: string }) => email.split('@')[0] } },
};
