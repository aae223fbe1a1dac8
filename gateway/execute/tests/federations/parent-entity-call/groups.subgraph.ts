import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'groups',
  typeDefs: `
    type Good @key(fields: "id kind") { id: ID! kind: String! group: Group @shareable }
    type Group { title: String! @shareable }
  `,
  resolvers: { Good: { group: ({ kind }: { kind: string }) => ({ title: `all ${kind}` }) } },
};
