import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'kitchen',
  typeDefs: `
    type Dish @key(fields: "id") { id: ID! name: String @shareable sauce: Sauce @shareable }
    type Sauce @key(fields: "id") { id: ID! name: String @shareable heat: Heat @shareable }
    type Heat { level: Int @shareable unit: String @shareable }
  `,
  resolvers: {
    Dish: { name: () => 'Noodles', sauce: () => ({ id: 's1', name: 'Red', heat: { level: 3, unit: 'fire' } }) },
    Sauce: { name: () => 'Red', heat: () => ({ level: 3, unit: 'fire' }) },
  },
};
