import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'staff',
  typeDefs: `
    type Query { clerks: [Clerk] byGrade(grade: Grade): [Clerk!] }
    type Clerk @key(fields: "id") { id: ID! grade: Grade @shareable }
    enum Grade { JUNIOR SENIOR SECRET @inaccessible }
  `,
  resolvers: {
    Query: {
      clerks: () => [
        { id: 'c1', grade: 'JUNIOR' },
        { id: 'c2', grade: 'SECRET' },
        { id: 'c3', grade: null },
      ],
      byGrade: (_: unknown, { grade }: { grade?: string }) => [
        { id: `of ${grade ?? 'any'}`, grade: grade ?? 'SENIOR' },
      ],
    },
  },
};
