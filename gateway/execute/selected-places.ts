import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

type Places = Map<string, Places>;

/**
 * Tells whether an operation with opened fragments selects a place, given by response keys without list indices.
 * Read on first use: only errors ask.
 */
export function selectedPlaces(operation: OperationDefinitionNode | undefined): (keys: readonly string[]) => boolean {
  let places: Places | undefined;
  return (keys) => {
    if (places === undefined) {
      places = new Map();
      if (operation !== undefined) {
        gather(operation.selectionSet, places);
      }
    }
    let here: Places | undefined = places;
    for (const key of keys) {
      here = here?.get(key);
    }
    return here !== undefined;
  };
}

function gather(set: SelectionSetNode, places: Places): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const below: Places = places.get(key) ?? new Map();
      places.set(key, below);
      if (selection.selectionSet !== undefined) {
        gather(selection.selectionSet, below);
      }
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      gather(selection.selectionSet, places);
    }
  }
}
