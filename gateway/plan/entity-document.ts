import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import { inlineFragment, selectionSet } from './opened-selections.ts';

/** A part of an entity fetch's document. */
export interface EntityDocumentPart {
  readonly text: string;
  /** The variables that are left. */
  readonly variables: ReadonlySet<string>;
  /** The types that are selected on under each `_entities` alias that is left. */
  readonly typesByAlias: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The document of an entity fetch, of which parts can be taken. */
export class EntityDocument {
  private readonly operation: OperationDefinitionNode;
  private readonly fragments: readonly FragmentDefinitionNode[];

  constructor(text: string) {
    const { definitions } = parse(text, { noLocation: true });
    this.operation = definitions.find(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    this.fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  }

  /** The document with only those fields of the entities that are wanted; undefined where none is. */
  only(isWanted: (typeName: string, fieldName: string) => boolean): EntityDocumentPart | undefined {
    const typesByAlias = new Map<string, ReadonlySet<string>>();
    const calls = this.operation.selectionSet.selections.flatMap((call): SelectionNode[] => {
      if (call.kind !== Kind.FIELD) {
        return [];
      }
      const types = new Set<string>();
      const selections = this.wanted(call.selectionSet?.selections ?? [], '', isWanted, types);
      if (selections.length === 0) {
        return [];
      }
      typesByAlias.set((call.alias ?? call.name).value, types);
      return [{ ...call, selectionSet: selectionSet(selections) }];
    });
    if (calls.length === 0) {
      return undefined;
    }
    const operation = { ...this.operation, selectionSet: selectionSet(calls) };
    const { variables, fragments } = this.uses({ kind: Kind.DOCUMENT, definitions: [operation] });
    const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
      variables.has(variable.name.value),
    );
    const definitions = [
      { ...operation, variableDefinitions },
      ...this.fragments.filter(({ name }) => fragments.has(name.value)),
    ];
    return { text: print({ kind: Kind.DOCUMENT, definitions }), variables, typesByAlias };
  }

  private wanted(
    selections: readonly SelectionNode[],
    typeName: string,
    isWanted: (typeName: string, fieldName: string) => boolean,
    types: Set<string>,
  ): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        if (!isWanted(typeName, selection.name.value)) {
          return [];
        }
        types.add(typeName);
        return [selection];
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragmentOf(selection.name.value) : selection;
      const type = fragment?.typeCondition?.name.value ?? typeName;
      const inner = this.wanted(fragment?.selectionSet.selections ?? [], type, isWanted, types);
      return inner.length === 0 ? [] : [inlineFragment(type, inner)];
    });
  }

  private fragmentOf(name: string): FragmentDefinitionNode | undefined {
    return this.fragments.find((fragment) => fragment.name.value === name);
  }

  /** The variables and fragments that a document uses, through its fragments. */
  private uses(document: DocumentNode): { variables: Set<string>; fragments: Set<string> } {
    const variables = new Set<string>();
    const fragments = new Set<string>();
    const read = (node: DocumentNode | FragmentDefinitionNode) =>
      visit(node, {
        VariableDefinition: () => false,
        Variable: ({ name }) => {
          variables.add(name.value);
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.has(name.value) ? undefined : this.fragmentOf(name.value);
          fragments.add(name.value);
          if (fragment !== undefined) {
            read(fragment);
          }
        },
      });
    read(document);
    return { variables, fragments };
  }
}
