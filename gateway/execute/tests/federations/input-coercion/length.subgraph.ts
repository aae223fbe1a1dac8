import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'length',
  typeDefs: `
    type Echo @key(fields: "heard") { heard: String! length(in: Unit! = LETTERS, scale: [Scale!] = [{ by: 2 }]): String! }
    enum Unit { LETTERS BYTES }
    input Scale { by: Int! plus: Int = 1 }
  `,
  resolvers: { Echo: { length: (_: unknown, given: object) => JSON.stringify(given) } },
};
