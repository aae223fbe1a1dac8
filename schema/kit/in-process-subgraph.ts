import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Database } from '../register/database.ts';
import { SubgraphContext } from './context.ts';
import type { SourceEvent } from './event-queue.ts';
import type { SubgraphSchema } from './federation.ts';
import type { KeyRing } from './keys/key-ring.ts';
import type { SecretKey } from './keys/secret-ring.ts';
import type { Viewer } from './viewer.ts';
import { withoutValue } from './without-value.ts';

/** One fetch of a plan, on behalf of a viewer. */
export interface SubgraphCall {
  /** Text of the operation, stable for a plan: it is parsed and validated once. */
  readonly document: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly viewer: Viewer;
  /** The event that a subscription is executed for. */
  readonly event?: SourceEvent | undefined;
}

/** What a subgraph tells beside its data: whom it disclosed, and whom a visible matter made visible. */
export type SubgraphExtensions = {
  readonly disclosed: readonly { readonly fields: string; readonly persons: readonly string[] }[];
  readonly admitted: readonly string[];
};

export interface InProcessAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions: SubgraphExtensions;
}

/** A department's subgraph that answers by a function call. */
export interface InProcessSubgraph {
  readonly name: string;
  execute(call: SubgraphCall): Promise<InProcessAnswer>;
  /**
   * Opens the events of a subscription; rejects with the GraphQLError of a refusal. Each event is answered by `execute`,
   * on behalf of whoever the viewer is by then.
   */
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SourceEvent>>;
}

const PARSED_DOCUMENTS = 2_000;

/** Serves a subgraph over its register within this process; each answer is made of fresh objects that nobody shares. */
export function inProcessSubgraph(
  name: string,
  { schema }: SubgraphSchema,
  database: Database,
  cursorKeys: KeyRing<SecretKey>,
  onFault: (fault: unknown) => void = () => undefined,
): InProcessSubgraph {
  const documents = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({ max: PARSED_DOCUMENTS });
  const parsed = (text: string) => {
    let document = documents.get(text);
    if (!document) {
      const node = parse(text, { noLocation: true });
      const errors = validate(schema, node);
      documents.set(text, (document = errors.length > 0 ? errors : node));
    }
    return document;
  };
  return {
    name,
    async execute({ document: text, operationName, variables, viewer, event }) {
      const document = parsed(text);
      const context = new SubgraphContext(viewer, database, cursorKeys);
      if (!('kind' in document)) return { errors: document, extensions: extensionsOf(context) };
      const result: ExecutionResult = await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        rootValue: event,
      });
      const errors = result.errors?.map((error) => told(error, onFault));
      return { data: result.data, errors, extensions: extensionsOf(context) };
    },
    async subscribe({ document: text, operationName, variables, viewer }) {
      const document = parsed(text);
      if (!('kind' in document)) throw document[0] ?? new GraphQLError('Expected a valid document.');
      const contextValue = new SubgraphContext(viewer, database, cursorKeys);
      const source = { schema, document, operationName, variableValues: variables, contextValue };
      const opened = await createSourceEventStream(source);
      if (Symbol.asyncIterator in opened) return opened as AsyncIterableIterator<SourceEvent>;
      throw told(opened.errors?.[0] ?? new GraphQLError('Expected events.'), onFault);
    },
  };
}

/** An error as the caller may see it: a fault of the register is reported whole to `onFault` and told without detail. */
function told(error: GraphQLError, onFault: (fault: unknown) => void): GraphQLError {
  if (!error.originalError || error.extensions.code) {
    const message = withoutValue(error);
    return message === error.message
      ? error
      : new GraphQLError(message, { path: error.path, extensions: error.extensions });
  }
  onFault(error.originalError);
  return new GraphQLError('The register could not answer.', {
    path: error.path,
    extensions: { code: 'SOURCE_UNAVAILABLE' },
  });
}

/** What a request to this subgraph let out so far. */
export const extensionsOf = ({ disclosed, admitted }: SubgraphContext): SubgraphExtensions => ({
  disclosed: [...disclosed].map(([fields, persons]) => ({ fields, persons: [...persons] })),
  admitted: [...admitted],
});
