import type { GraphQLSchema } from 'graphql';
import type { Asker } from '../kit/hub-client.ts';
import type { KnownIds } from './field-arguments.ts';
import { operationsOf, type Route } from './graph-routes.ts';
import { type RawAnswer, sendAs } from './raw-request.ts';

/** Routes that were asked together, and what came. */
export interface AskedRoutes {
  readonly query: string;
  readonly answer: RawAnswer;
}

const TOGETHER = 4;

let asked = 0;

/**
 * Asks ways through the graph a few at a time, fewer where the hub finds an operation too large; a single one that is
 * too large is left out. `change` may alter the text before it is sent. Each request is a user's of its own.
 */
export async function* askRoutes(
  schema: GraphQLSchema,
  routes: readonly Route[],
  known: KnownIds,
  asker: Asker,
  change: (query: string) => string = (query) => query,
): AsyncGenerator<AskedRoutes> {
  const waiting: (readonly Route[])[] = [];
  for (let from = 0; from < routes.length; from += TOGETHER) waiting.push(routes.slice(from, from + TOGETHER));
  for (let together = waiting.shift(); together; together = waiting.shift()) {
    const query = change(operationsOf(schema, together, known, together.length)[0] ?? '');
    const variables = query.includes('($no') ? { no: false } : {};
    const user = `routes-${process.pid}-${asked++}`;
    const answer = await sendAs({ ...asker, user }, { query, variables, operationName: 'Walk' });
    const tooLarge = String(answer.body.errors?.[0]?.extensions.code).startsWith('LIMIT_');
    if (!tooLarge) yield { query, answer };
    else if (together.length > 1) {
      const half = together.length >> 1;
      waiting.unshift(together.slice(0, half), together.slice(half));
    }
  }
}
