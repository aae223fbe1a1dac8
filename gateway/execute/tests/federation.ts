import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { composeSupergraph } from '../../plan/compose.ts';
import { createEngine, type Engine, type Refused, type SubgraphAnswer, type SubgraphRequest } from '../engine.ts';

/** One subgraph of a test federation, served by graphql-js in this process. */
export interface TestSubgraph {
  readonly name: string;
  /** SDL without the federation link. */
  readonly typeDefs: string;
  readonly resolvers: NonNullable<Parameters<typeof buildSubgraphSchema>[0] & { resolvers?: object }>['resolvers'];
}

/** A request as a subgraph got it. */
export interface ReceivedRequest extends SubgraphRequest {
  readonly subgraph: string;
}

/** How a test runs an operation. */
export interface RunOptions {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly refused?: Refused;
  readonly signal?: AbortSignal;
  /** Takes a subgraph's place for a request; undefined lets it answer itself. */
  readonly instead?: (request: ReceivedRequest) => SubgraphAnswer | Promise<SubgraphAnswer> | undefined;
}

/** A composed federation and the way to run operations in it. */
export interface Federation {
  readonly engine: Engine;
  readonly supergraph: string;
  /** Runs a valid operation; the result is plain JSON, beside all requests that subgraphs received. */
  run(source: string, options?: RunOptions): Promise<{ result: ExecutionResult; requests: ReceivedRequest[] }>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key" "@shareable" "@external" "@requires" "@provides" "@inaccessible" "@override" "@interfaceObject"
  "@requiresScopes" "@authenticated" "@tag"
])\n`;

/** Composes test subgraphs and serves them. */
export function federation(subgraphs: readonly TestSubgraph[]): Federation {
  const documents = new Map<string, DocumentNode>(
    subgraphs.map(({ name, typeDefs }) => [name, parse(LINK + typeDefs)]),
  );
  const schemas = new Map(
    subgraphs.map(({ name, resolvers }) => {
      const typeDefs = documents.get(name) as DocumentNode;
      return [name, buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])];
    }),
  );
  const supergraph = composeSupergraph([...documents].map(([name, typeDefs]) => ({ name, typeDefs })));
  const engine = createEngine({ supergraph });

  const serve = async (subgraph: string, { document: text, variables }: SubgraphRequest): Promise<SubgraphAnswer> => {
    const schema = schemas.get(subgraph);
    const document = parse(text);
    const [error] = schema === undefined ? [new Error(`no subgraph ${subgraph}`)] : validate(schema, document);
    if (schema === undefined || error !== undefined) {
      throw error;
    }
    return plain(await execute({ schema, document, variableValues: plain(variables ?? {}) })) as SubgraphAnswer;
  };

  return {
    engine,
    supergraph,
    async run(source, { variables = {}, operationName, refused, signal, instead } = {}) {
      const document = parse(source);
      const [error] = validate(engine.schema, document);
      if (error !== undefined) {
        throw error;
      }
      const requests: ReceivedRequest[] = [];
      const prepared = engine.prepare(document, source, operationName, refused ?? NOTHING);
      const fetch = (subgraph: string, request: SubgraphRequest) => {
        const received = { subgraph, ...request };
        requests.push(received);
        return instead?.(received) ?? serve(subgraph, request);
      };
      return { result: plain(await engine.execute(prepared, variables, fetch, signal)), requests };
    },
  };
}

const NOTHING: Refused = { key: '', refusalOf: () => undefined };

/** Refuses the given coordinates, each for the given reason. */
export function refusing(codes: Readonly<Record<string, string>>): Refused {
  return { key: JSON.stringify(codes), refusalOf: (type, field) => codes[`${type}.${field}`] };
}

function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
