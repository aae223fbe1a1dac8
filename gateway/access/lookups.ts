import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** Scope of finding a person by identity; each use counts against the purpose's limit. */
export const LOOKUP_SCOPE = 'hub.person:lookup';

/** Counts the root selections of an operation that look a person up, aliases included; skipped ones count too. */
export function lookupsIn(
  document: DocumentNode,
  operationName: string | null | undefined,
  required: ReadonlyMap<string, string[][]>,
): number {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!operationName || definition.name?.value === operationName),
  );
  if (!operation) return 0;
  // Fragments may spread one another many times over: each is counted once.
  const counted = new Map<string, number>();
  const countFragment = (name: string): number => {
    let total = counted.get(name);
    if (total === undefined) {
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
      );
      total = fragment?.kind === Kind.FRAGMENT_DEFINITION ? count(fragment.selectionSet) : 0;
      counted.set(name, total);
    }
    return total;
  };
  const count = (selections: SelectionSetNode): number =>
    selections.selections.reduce((total, selection) => {
      if (selection.kind === Kind.FIELD) return total + (isLookup(selection.name.value) ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return total + count(selection.selectionSet);
      return total + countFragment(selection.name.value);
    }, 0);
  const isLookup = (fieldName: string) =>
    required.get(`Query.${fieldName}`)?.some((scopes) => scopes.includes(LOOKUP_SCOPE)) ?? false;
  return count(operation.selectionSet);
}
