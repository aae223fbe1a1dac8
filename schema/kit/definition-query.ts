import { type DocumentNode, Kind, parse } from 'graphql';

/** Whether a GraphQL request asks for nothing but a subgraph's definition, `_service { sdl }`, as composition does. */
export function asksForDefinitionAlone(request: unknown): boolean {
  const { query } = (request ?? {}) as { query?: unknown };
  const document = typeof query === 'string' ? parsed(query) : undefined;
  return document !== undefined && document.definitions.length > 0 && document.definitions.every(isDefinitionQuery);
}

const isDefinitionQuery = (definition: DocumentNode['definitions'][number]): boolean =>
  definition.kind === Kind.OPERATION_DEFINITION &&
  definition.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === '_service',
  );

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return undefined;
  }
}
