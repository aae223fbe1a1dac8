import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
} from 'graphql';

/** A field that a fetch adds to an object of the data: what is lost there when the fetch fails. */
export interface Facet {
  /** The response key in the data. */
  readonly key: string;
  /** The type that the fetch selects the field on. */
  readonly typeName: string;
  readonly fieldName: string;
}

/** The document of one fetch, read for its fields. */
export class FetchDocument {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly operation: OperationDefinitionNode;

  constructor(text: string) {
    const { definitions } = parse(text, { noLocation: true });
    this.operation = definitions.find(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  /** The facets at the root of the operation. */
  rootFacets(rootType: string): Facet[] {
    return this.facets(this.operation.selectionSet.selections, rootType).map(({ facet }) => facet);
  }

  /** The facets of the entities under one `_entities` alias. */
  entityFacets(alias: string): Facet[] {
    return this.facets(this.entities(alias), '').map(({ facet }) => facet);
  }

  /** All places that the fetch writes, below the root or below the entities of one alias, as keys joined by dots. */
  written(alias: string | undefined): string[] {
    const below = (selections: readonly SelectionNode[]): string[] =>
      this.facets(selections, '').flatMap(({ facet: { key }, node }) => [
        key,
        ...below(node.selectionSet?.selections ?? []).map((rest) => `${key}.${rest}`),
      ]);
    return below(alias === undefined ? this.operation.selectionSet.selections : this.entities(alias));
  }

  private entities(alias: string): readonly SelectionNode[] {
    const field = this.operation.selectionSet.selections.find(
      (selection) => selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === alias,
    );
    return field?.kind === Kind.FIELD ? (field.selectionSet?.selections ?? []) : [];
  }

  private facets(
    selections: readonly SelectionNode[],
    typeName: string,
  ): { readonly facet: Facet; readonly node: FieldNode }[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        return [{ facet: { key, typeName, fieldName: selection.name.value }, node: selection }];
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const narrowed = fragment?.typeCondition?.name.value ?? typeName;
      return this.facets(fragment?.selectionSet.selections ?? [], narrowed);
    });
  }
}
