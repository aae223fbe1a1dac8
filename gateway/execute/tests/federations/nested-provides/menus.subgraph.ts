import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'menus',
  typeDefs: `
    type Query {
      dishes: [Dish!] @provides(fields: "sauce { heat { level } }")
      plain: [Dish!] @provides(fields: "name")
      bare: [Dish!]
    }
    type Dish @key(fields: "id") { id: ID! name: String @external sauce: Sauce @external }
    type Sauce @key(fields: "id") { id: ID! @external heat: Heat @external }
    type Heat { level: Int @external }
  `,
  resolvers: {
    Query: {
      dishes: () => [{ id: 'd1', sauce: { id: 's1', heat: { level: 3 } } }],
      plain: () => [{ id: 'd1', name: 'Provided' }],
      bare: () => [{ id: 'd1' }],
    },
  },
};
