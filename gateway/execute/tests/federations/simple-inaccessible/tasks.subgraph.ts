import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'tasks',
  typeDefs: `
    type Worker @key(fields: "badge") { badge: ID! tasks: [Task!] grade: Int @inaccessible }
    type Task { title: String! cost: Int @inaccessible }
  `,
  resolvers: { Worker: { tasks: ({ badge }: { badge: string }) => [{ title: `task of ${badge}` }] } },
};
