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
import { type Condition, inclusionOf } from '../plan/inclusion.ts';

/** When a selection counts: where all conditions of one of the lists hold. `[[]]` is always. */
export type When = readonly (readonly Condition[])[];

/** Always. */
export const ALWAYS: When = [[]];

/** Whether it counts whatever the variables are. */
export function isAlways(when: When): boolean {
  return when.some((conditions) => conditions.length === 0);
}

/** Selections on one object, and when they count. */
export interface Selections {
  readonly set: SelectionSetNode;
  readonly when: When;
}

/** All selections of one response key. */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  readonly when: When;
  readonly selections: readonly Selections[];
}

type Composite = GraphQLObjectType | GraphQLAbstractType;

/** Gathers the fields of an operation by response key and type, ahead of any execution (GraphQL specification 6.3.2). */
export class FieldCollector {
  private readonly schema: GraphQLSchema;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.schema = schema;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  /** The fields that an object of this type answers with; for an abstract type, those that need no concrete one. */
  collect(type: Composite, selections: readonly Selections[]): CollectedField[] {
    const nodes = new Map<string, { readonly node: FieldNode; readonly when: When }[]>();
    for (const { set, when } of selections) {
      this.gather(type, set, when, nodes);
    }
    return [...nodes].map(([key, occurrences]) => {
      const [only, ...others] = occurrences;
      const when = occurrences.some((one) => isAlways(one.when)) ? ALWAYS : occurrences.flatMap((one) => one.when);
      return {
        key,
        name: (only as { node: FieldNode }).node.name.value,
        when,
        selections: occurrences.flatMap((one) =>
          // Within the only occurrence its conditions are known to hold.
          one.node.selectionSet ? [{ set: one.node.selectionSet, when: others.length === 0 ? ALWAYS : one.when }] : [],
        ),
      };
    });
  }

  private gather(
    type: Composite,
    set: SelectionSetNode,
    when: When,
    nodes: Map<string, { readonly node: FieldNode; readonly when: When }[]>,
  ): void {
    for (const selection of set.selections) {
      const conditions = inclusionOf(selection.directives);
      if (conditions === undefined) {
        continue;
      }
      const here = conditions.length === 0 ? when : when.map((others) => [...others, ...conditions]);
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        nodes.set(key, [...(nodes.get(key) ?? []), { node: selection, when: here }]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment !== undefined && this.applies(fragment.typeCondition?.name.value, type)) {
        this.gather(type, fragment.selectionSet, here, nodes);
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
