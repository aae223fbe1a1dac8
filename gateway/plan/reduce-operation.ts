import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Composite, compositeType, hasList, type Possible, possibleTypes } from './composite-type.ts';
import { isIncluded } from './inclusion.ts';
import { asksForData, inlineFragment, introspectionOf, selectionSet, TYPENAME } from './opened-selections.ts';
import type { PlannerKeyOf } from './planner-keys.ts';
import type { Refused } from './refused.ts';
import { Refusals, type RefusedSelection } from './refused-selections.ts';

/** The last bound against operations that grow when their fragments are opened; a request's own limits lie far below. */
const MOST_SELECTIONS = 20_000;

/** What is left of an operation for the planner, and what was taken out of it. */
export interface ReducedOperation {
  /** The operation with fragments opened and refused selections cut, undefined where no field is left to fetch. */
  readonly operation: OperationDefinitionNode | undefined;
  /** The same as text, for the planner. */
  readonly text: string;
  /** `__schema` and `__type` of the operation, to be answered from the schema itself. */
  readonly introspection: DocumentNode | undefined;
  readonly refusals: readonly RefusedSelection[];
}

/** What decides which selections are left, and under which keys. */
export interface Reduction {
  readonly refused: Refused;
  /** Coerced values of at least those variables that decide which selections count. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly plannerKey: PlannerKeyOf;
}

/**
 * Prepares a valid operation for the planner: opens fragments, applies `@skip` and `@include` (the planner's own way with
 * them writes documents that do not parse), takes out introspection and cuts every selection whose coordinate is refused.
 * A field of an interface stays for the implementers that may answer it. Throws a GraphQLError where the opened operation is larger than any honest one.
 */
export function reduceOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  reduction: Reduction,
): ReducedOperation {
  const reducer = new Reducer(schema, document, reduction);
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) {
    throw new GraphQLError(`Expected a schema with a ${operation.operation} type, found none.`);
  }
  const selections = reducer.selections(operation.selectionSet, root, [root], { path: [], open: true });
  const rest = asksForData(selections)
    ? { ...operation, directives: [], selectionSet: selectionSet(selections) }
    : undefined;
  return {
    operation: rest,
    text: rest === undefined ? '' : print(rest),
    introspection:
      reducer.introspection.length === 0
        ? undefined
        : introspectionOf(operation, reducer.introspection, reducer.definitions),
    refusals: reducer.refusals.list(),
  };
}

/** Where the reducer stands: response keys, and whether no list was passed yet. */
interface Place {
  readonly path: readonly string[];
  readonly open: boolean;
}

class Reducer {
  readonly introspection: FieldNode[] = [];
  readonly definitions: FragmentDefinitionNode[];
  readonly refusals = new Refusals();
  private readonly schema: GraphQLSchema;
  private readonly reduction: Reduction;
  private visited = 0;

  constructor(schema: GraphQLSchema, document: DocumentNode, reduction: Reduction) {
    this.schema = schema;
    this.reduction = reduction;
    this.definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  }

  selections(set: SelectionSetNode, parent: Composite, possible: Possible, place: Place): SelectionNode[] {
    const result: SelectionNode[] = [];
    for (const selection of set.selections) {
      if (++this.visited > MOST_SELECTIONS) {
        throw new GraphQLError(`Expected at most ${MOST_SELECTIONS} selections with fragments opened.`, {
          extensions: { code: 'OPERATION_TOO_LARGE' },
        });
      }
      if (isIncluded(selection.directives, this.reduction.variables)) {
        const opened =
          selection.kind === Kind.FIELD
            ? this.field(selection, parent, possible, place)
            : this.fragment(selection, parent, possible, place);
        result.push(...opened);
      }
    }
    return result;
  }

  private fragment(
    node: Exclude<SelectionNode, FieldNode>,
    parent: Composite,
    possible: Possible,
    place: Place,
  ): SelectionNode[] {
    const definition =
      node.kind === Kind.FRAGMENT_SPREAD ? this.definitions.find(({ name }) => name.value === node.name.value) : node;
    if (definition === undefined) {
      throw new GraphQLError(`Expected a definition of each fragment, found none of a spread one.`);
    }
    const condition = definition.typeCondition;
    const type = condition === undefined ? parent : compositeType(this.schema.getType(condition.name.value));
    const left = type === parent ? possible : possibleTypes(this.schema, type).filter((one) => possible.includes(one));
    const selections = this.selections(definition.selectionSet, type, left, place);
    return selections.length === 0 ? [] : [inlineFragment(condition?.name.value, selections)];
  }

  private field(node: FieldNode, parent: Composite, possible: Possible, place: Place): SelectionNode[] {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    if (key === '__proto__') {
      throw new GraphQLError('Expected a response key other than __proto__.', { nodes: [node] });
    }
    if (name === '__typename') {
      return [TYPENAME];
    }
    if (name === '__schema' || name === '__type') {
      this.introspection.push({ ...node, directives: [] });
      return [];
    }
    const refusals = possible.flatMap((type) => {
      const code = this.reduction.refused.refusalOf(type.name, name);
      return code === undefined ? [] : [{ type, code }];
    });
    if (refusals.length === 0) {
      return [this.open(node, parent, place)];
    }
    // Where no implementer may answer for one and the same reason, the interface's own field is what is refused.
    const alike = refusals.length === possible.length && refusals.every(({ code }) => code === refusals[0]?.code);
    for (const { type, code } of alike ? refusals.slice(0, 1) : refusals) {
      this.refusals.add({
        path: place.open ? [...place.path, key] : place.path,
        code,
        coordinate: `${alike ? parent.name : type.name}.${name}`,
      });
    }
    const allowed = possible.filter((type) => refusals.every((refusal) => refusal.type !== type));
    if (allowed.length === 0) {
      return [];
    }
    // The concrete type decides, so it must be known.
    const typename: FieldNode[] = isAbstractType(parent) ? [TYPENAME] : [];
    return [...typename, ...allowed.map((type) => inlineFragment(type.name, [this.open(node, type, place)]))];
  }

  private open(node: FieldNode, parent: Composite, place: Place): FieldNode {
    const field = isAbstractType(parent) && !isInterfaceType(parent) ? undefined : parent.getFields()[node.name.value];
    if (field === undefined) {
      throw new GraphQLError(`Expected a field of ${parent.name}, found ${node.name.value}.`, { nodes: [node] });
    }
    const key = node.alias?.value ?? node.name.value;
    // The planner takes `name: name` for another field than `name`.
    const alias =
      node.alias && key !== node.name.value
        ? { ...node.alias, value: this.reduction.plannerKey(key, node.name.value) }
        : undefined;
    if (node.selectionSet === undefined) {
      return { ...node, alias, directives: [] };
    }
    const type = compositeType(getNamedType(field.type));
    const inner: Place = {
      path: place.open ? [...place.path, key] : place.path,
      open: place.open && !hasList(field.type),
    };
    const selections = this.selections(node.selectionSet, type, possibleTypes(this.schema, type), inner);
    return {
      ...node,
      alias,
      directives: [],
      selectionSet: selectionSet(selections.length === 0 ? [TYPENAME] : selections),
    };
  }
}
