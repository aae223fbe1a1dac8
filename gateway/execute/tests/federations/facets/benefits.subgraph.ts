import type { TestSubgraph } from '../../federation.ts';
import { benefits } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'benefits',
  typeDefs: `
    type Query { benefit(id: ID!): Benefit schemes: [[String!]!] }
    type Person @key(fields: "id") { id: ID! benefits(active: Boolean): [Benefit!] eligible: Boolean }
    type Home @key(fields: "id") { id: ID! subsidy: Float }
    type Benefit @key(fields: "id") { id: ID! amount: Float! holder: Person! kind: String grantedBy: Office }
    type Office @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Person: {
      benefits: ({ id }: { id: string }) => benefits.filter(({ holder }) => holder.id === id),
      eligible: ({ id }: { id: string }) => id !== '3',
    },
  },
};
