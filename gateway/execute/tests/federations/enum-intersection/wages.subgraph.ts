import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'wages',
  typeDefs: `
    type Query { best: Clerk bestGrades: [Grade!] }
    type Clerk @key(fields: "id") { id: ID! grade: Grade @shareable wage: Int }
    enum Grade { JUNIOR SENIOR }
  `,
  resolvers: {
    Query: { best: () => ({ id: 'c9', grade: 'SENIOR' }), bestGrades: () => ['SENIOR', 'JUNIOR'] },
    Clerk: { wage: ({ id }: { id: string }) => Number(id.slice(1)) * 100 },
  },
};
