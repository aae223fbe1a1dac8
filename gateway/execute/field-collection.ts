import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../plan/inclusion.ts';

/** All selections of one response key. */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  readonly selections: readonly SelectionSetNode[];
}

type Composite = GraphQLObjectType | GraphQLAbstractType;

/** Gathers the fields of an operation by response key and type, ahead of any execution (GraphQL specification 6.3.2). */
export class FieldCollector {
  private readonly schema: GraphQLSchema;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  private readonly variables: Readonly<Record<string, unknown>>;

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.schema = schema;
    this.variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  /** The fields that an object of this type answers with; for an abstract type, those that need no concrete one. */
  collect(type: Composite, selections: readonly SelectionSetNode[]): CollectedField[] {
    const nodes = new Map<string, FieldNode[]>();
    for (const set of selections) {
      this.gather(type, set, nodes);
    }
    return [...nodes].map(([key, occurrences]) => ({
      key,
      name: (occurrences[0] as FieldNode).name.value,
      selections: occurrences.flatMap(({ selectionSet }) => selectionSet ?? []),
    }));
  }

  private gather(type: Composite, set: SelectionSetNode, nodes: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, this.variables)) {
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        nodes.set(key, [...(nodes.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment !== undefined && this.applies(fragment.typeCondition?.name.value, type)) {
        this.gather(type, fragment.selectionSet, nodes);
      }
    }
  }

  private applies(condition: string | undefined, type: Composite): boolean {
    if (condition === undefined || condition === type.name) {
      return true;
    }
    const other = this.schema.getType(condition);
    return isAbstractType(other) && !isUnion(type) && this.schema.isSubType(other, type);
  }
}

function isUnion(type: Composite): type is Extract<Composite, { getTypes: unknown }> {
  return 'getTypes' in type;
}
