import type { TestSubgraph } from '../../federation.ts';
import { sorted } from './sorted.ts';

export const subgraph: TestSubgraph = {
  name: 'echo',
  typeDefs: `
    type Query {
      echo(
        text: String = "default"
        number: Int
        share: Float
        flag: Boolean
        id: ID
        colour: Colour = RED
        list: [Int!]
        nested: [[Int]]
        box: Box = { width: 2 }
        boxes: [Box!]
      ): Echo!
    }
    type Echo @key(fields: "heard") { heard: String! }
    enum Colour { RED GREEN }
    input Box { width: Int = 1 height: Int! = 7 label: String colour: Colour = GREEN inner: Box tags: [String!] = ["a", "b"] }
  `,
  resolvers: { Query: { echo: (_: unknown, given: object) => ({ heard: sorted(given) }) } },
};
