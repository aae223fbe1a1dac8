import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'forms',
  typeDefs: `
    scalar Json
    scalar Long
    type Query { form(with: Json, size: Long): Form echo(value: Json!): Json }
    type Form @key(fields: "id") { id: Long! content: Json contents: [Json] }
  `,
  resolvers: {
    Query: {
      form: (_: unknown, { with: given, size }: { with?: unknown; size?: unknown }) => ({
        id: 9007199254740991,
        content: { given, size },
      }),
      echo: (_: unknown, { value }: { value: unknown }) => value,
    },
    Form: { contents: () => [1, 'two', { __typename: 'Form', three: [null, { four: {} }] }, null, [true]] },
  },
};
