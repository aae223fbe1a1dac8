import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { composeSupergraph } from '../../plan/compose.ts';
import {
  createEngine,
  type Engine,
  type Refused,
  type SubgraphAnswer,
  type SubgraphFetch,
  type SubgraphRequest,
} from '../engine.ts';

/** One subgraph of a test federation, served by graphql-js in this process. */
export interface TestSubgraph {
  readonly name: string;
  /** Federation 1 has no link; 2 unless told. */
  readonly version?: 1 | 2;
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
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
  readonly refused?: Refused;
  readonly labels?: ReadonlySet<string> | undefined;
  readonly signal?: AbortSignal;
  /** Takes a subgraph's place for a request; undefined lets it answer itself. */
  readonly instead?: (request: ReceivedRequest) => SubgraphAnswer | Promise<SubgraphAnswer> | undefined;
}

/** A composed federation and the way to run operations in it. */
export interface Federation {
  readonly engine: Engine;
  readonly supergraph: string;
  /** Answers a request by its subgraph alone. Rejects a document that the subgraph's schema does not allow. */
  readonly serve: SubgraphFetch;
  /** Runs a valid operation; the result is plain JSON, beside all requests that subgraphs received. */
  run(source: string, options?: RunOptions): Promise<{ result: ExecutionResult; requests: ReceivedRequest[] }>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key" "@shareable" "@external" "@requires" "@provides" "@inaccessible" "@override" "@interfaceObject"
  "@requiresScopes" "@authenticated" "@tag" "@extends"
])\n`;

/** Composes test subgraphs and serves them; `change` may alter the supergraph that they compose to. */
export function federation(
  subgraphs: readonly TestSubgraph[],
  change: (supergraph: string) => string = (supergraph) => supergraph,
): Federation {
  const documents = new Map<string, DocumentNode>(
    subgraphs.map(({ name, typeDefs, version }) => [name, parse(version === 1 ? typeDefs : LINK + typeDefs)]),
  );
  const schemas = new Map(
    subgraphs.map(({ name, resolvers }) => {
      const typeDefs = documents.get(name) as DocumentNode;
      return [name, buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])];
    }),
  );
  const supergraph = change(composeSupergraph([...documents].map(([name, typeDefs]) => ({ name, typeDefs }))));
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
    serve,
    async run(source, { variables = {}, operationName, refused, labels, signal, instead } = {}) {
      const document = parse(source);
      const [error] = validate(engine.schema, document);
      if (error !== undefined) {
        throw error;
      }
      const requests: ReceivedRequest[] = [];
      const prepared = engine.prepare(document, source, operationName, refused ?? NOTHING, labels);
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
