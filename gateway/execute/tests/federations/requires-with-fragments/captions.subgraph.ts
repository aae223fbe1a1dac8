import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'captions',
  typeDefs: `
    type Entry @key(fields: "id") {
      id: ID!
      body: Body @external
      caption: String @requires(fields: "body { ... on Photo { width camera { maker ... on Film { iso } ... on Digital { pixels } } } ... on Song { bars } }")
      size: String @requires(fields: "body { ... on Photo { length } ... on Song { length } }")
    }
    union Body = Photo | Song
    interface Media { length: Int }
    type Photo implements Media { width: Int! @external length: Int @external camera: Camera @external }
    type Song implements Media { bars: Int! @external length: Int @external }
    interface Camera { maker: String }
    type Film implements Camera { maker: String @external iso: Int @external }
    type Digital implements Camera { maker: String @external pixels: Int @external }
  `,
  resolvers: {
    Entry: {
      caption: ({ body }: { body: object | null }) => JSON.stringify(body, Object.keys(flat(body)).sort()),
      size: ({ body }: { body: { length: number | null } | null }) => (body === null ? 'none' : `size ${body.length}`),
    },
  },
};

function flat(value: object | null): object {
  return Object.assign(
    {},
    value,
    ...Object.values(value ?? {})
      .filter((one) => typeof one === 'object')
      .map(flat),
  );
}
