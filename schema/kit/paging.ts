import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { type SubgraphBuilder, type SubgraphTypes, shared } from './builder.ts';
import type { SubgraphContext } from './context.ts';
import { openCursor, type Position, sealCursor } from './cursor.ts';
import { InvalidInput } from './refusals.ts';
import type { PageInfo } from './shared-types.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes>;

const LARGEST_PAGE = 100;

/** The page a client asked for. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The page as a statement needs it: fetch `limit` rows after `after`, one more than will be shown. */
export interface PageRequest {
  readonly limit: number;
  readonly after: Position | null;
}

/** A page of a list; `totalCount` counts only when it is selected. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/** What a list needs to be served in pages. */
export interface PagedList<Node> {
  /** Names the list with its filter, so that a cursor of another list or filter is refused. */
  readonly list: string;
  readonly page: PageArguments;
  /** Rows in the list's order, at most `limit` of them, after the position. */
  readonly rows: (request: PageRequest) => Promise<readonly Node[]>;
  /** Sort key of a row: enough to continue after it, unique within the list. */
  readonly positionOf: (node: Node) => Position;
  readonly total: () => Promise<number>;
}

/** Serves one page by keyset: reads one row more than asked to know whether others follow; at most 100 rows. */
export async function paginate<Node>(context: SubgraphContext, paged: PagedList<Node>): Promise<Connection<Node>> {
  const { list, page, positionOf } = paged;
  const first = page.first ?? 20;
  if (first < 0 || first > LARGEST_PAGE) {
    throw new InvalidInput('INVALID_ARGUMENT', `Expected \`first\` from 0 to ${LARGEST_PAGE}, got ${first}.`);
  }
  const after = page.after ? openCursor(context, list, page.after) : null;
  const rows = await paged.rows({ limit: first + 1, after });
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => {
    let cursor: string | undefined;
    return {
      node,
      get cursor() {
        return (cursor ??= sealCursor(context, list, positionOf(node)));
      },
    };
  });
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    // A first page that is also the last tells the number by itself.
    totalCount: after === null && rows.length <= first ? () => Promise.resolve(rows.length) : paged.total,
  };
}

/** Registers `<Name>Connection` and `<Name>Edge` for a node type and answers the connection's reference. */
export function connectionType<Node extends object>(
  builder: SubgraphBuilder,
  name: string,
  node: ObjectRef<Types, Node>,
) {
  const edge = builder.objectRef<Connection<Node>['edges'][number]>(`${name}Edge`).implement({
    description: `One row of a page and its cursor (${name} 分页行).`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { nullable: false, description: 'Continues after this row (游标).' }),
      node: t.field({
        type: node,
        nullable: false,
        description: 'The row (记录).',
        resolve: (row) => row.node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A page of a list (${name} 分页列表).`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'Rows with their cursors (带游标的记录).',
        resolve: (page) => [...page.edges],
      }),
      nodes: t.field({
        type: [node],
        nullable: false,
        description: 'The rows (记录).',
        resolve: (page) => [...page.nodes] as never,
      }),
      pageInfo: t.field({
        type: shared(builder).pageInfo(),
        nullable: false,
        description: 'Where the page stands (分页信息).',
        resolve: (page) => page.pageInfo,
      }),
      totalCount: t.int({
        nullable: false,
        description: 'Rows in the whole list within the viewer’s boundary (总数).',
        resolve: (page) => page.totalCount(),
      }),
    }),
  });
}

/** The arguments that every paged field takes, for `args: pageArguments(t.arg)`. */
export const pageArguments = (arg: ArgBuilder<Types>, first = 20) => ({
  first: arg.int({ defaultValue: first, description: 'Rows a page, at most 100 (每页行数).' }),
  after: arg.string({ description: 'Cursor to continue after (起始游标).' }),
});
