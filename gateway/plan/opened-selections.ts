import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** `__typename`: what stands where nothing else is left to select. */
export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** A selection set of these selections. */
export function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

/** These selections on one type, or on the type at hand. */
export function inlineFragment(type: string | undefined, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: type === undefined ? undefined : { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: selectionSet(selections),
  };
}

/** Whether these selections ask for a field other than `__typename`. */
export function asksForData(selections: readonly SelectionNode[]): boolean {
  return selections.some((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value !== '__typename'
      : selection.kind === Kind.INLINE_FRAGMENT && asksForData(selection.selectionSet.selections),
  );
}

/** An operation with nothing but these fields of introspection. */
export function introspectionOf(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  fragments: readonly FragmentDefinitionNode[],
): DocumentNode {
  const only = { ...operation, directives: [], selectionSet: selectionSet(fields) };
  return { kind: Kind.DOCUMENT, definitions: [only, ...fragments] };
}
