import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Condition, inclusionOf, NO_CONDITIONS } from './inclusion.ts';
import type { Refused } from './refused.ts';
import { type RefusedSelection, Refusals } from './refused-selections.ts';

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

/**
 * Prepares a valid operation for the planner: opens fragments, applies literal `@skip` and `@include`, takes out
 * introspection and cuts every selection whose coordinate is refused. A field of an interface stays for the
 * implementers that may answer it. Throws a GraphQLError where the opened operation is larger than any honest one.
 */
export function reduceOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  refused: Refused,
): ReducedOperation {
  const reducer = new Reducer(schema, document, refused);
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) {
    throw new GraphQLError(`Expected a schema with a ${operation.operation} type, found none.`);
  }
  const selections = reducer.selections(operation.selectionSet, root, [root], {
    path: [],
    open: true,
    conditions: NO_CONDITIONS,
  });
  const rest = asks(selections) ? { ...operation, directives: [], selectionSet: selectionSet(selections) } : undefined;
  return {
    operation: rest,
    text: rest === undefined ? '' : print(rest),
    introspection: reducer.introspection.length === 0 ? undefined : introspection(operation, reducer),
    refusals: reducer.refusals.list(),
  };
}

/** Where the reducer stands: response keys up to the first list, and the conditions under which it is reached. */
interface Place {
  readonly path: readonly string[];
  readonly open: boolean;
  readonly conditions: readonly Condition[];
}

/** A type that has selections of its own. */
type Composite = ReturnType<typeof compositeType>;

class Reducer {
  readonly introspection: SelectionNode[] = [];
  readonly definitions: FragmentDefinitionNode[];
  readonly refusals = new Refusals();
  private readonly schema: GraphQLSchema;
  private readonly refused: Refused;
  private visited = 0;

  constructor(schema: GraphQLSchema, document: DocumentNode, refused: Refused) {
    this.schema = schema;
    this.refused = refused;
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
      const conditions = inclusionOf(selection.directives);
      if (conditions === undefined) {
        continue;
      }
      const here = conditions.length === 0 ? place : { ...place, conditions: [...place.conditions, ...conditions] };
      if (selection.kind === Kind.FIELD) {
        result.push(...this.field(selection, parent, possible, here));
      } else {
        result.push(...this.fragment(selection, parent, possible, here));
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
    const definition = node.kind === Kind.FRAGMENT_SPREAD ? this.definitionOf(node.name.value) : node;
    if (definition === undefined) {
      throw new GraphQLError(`Expected a definition of each fragment, found none of a spread one.`);
    }
    const condition = definition.typeCondition;
    const type = condition === undefined ? parent : compositeType(this.schema.getType(condition.name.value));
    const left = type === parent ? possible : possibleTypes(this.schema, type).filter((one) => possible.includes(one));
    const selections = this.selections(definition.selectionSet, type, left, place);
    if (selections.length === 0) {
      return [];
    }
    return [inlineFragment(condition?.name.value, selections, variableConditions(node.directives))];
  }

  private definitionOf(name: string): FragmentDefinitionNode | undefined {
    return this.definitions.find((definition) => definition.name.value === name);
  }

  private field(node: FieldNode, parent: Composite, possible: Possible, place: Place): SelectionNode[] {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    if (key === '__proto__') {
      throw new GraphQLError('Expected a response key other than __proto__.', { nodes: [node] });
    }
    if (name === '__typename') {
      return [{ ...node, directives: variableConditions(node.directives) }];
    }
    if (name === '__schema' || name === '__type') {
      this.introspection.push(conditional({ ...node, directives: [] }, place.conditions));
      return [];
    }
    const refusals = possible.flatMap((type) => {
      const code = this.refused.refusalOf(type.name, name);
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
        conditions: place.conditions,
      });
    }
    const allowed = possible.filter((type) => refusals.every((refusal) => refusal.type !== type));
    if (allowed.length === 0) {
      return [];
    }
    // The concrete type decides, so it must be known.
    const typename: FieldNode[] = isAbstractType(parent) ? [TYPENAME] : [];
    return [...typename, ...allowed.map((type) => inlineFragment(type.name, [this.open(node, type, place)], []))];
  }

  private open(node: FieldNode, parent: Composite, place: Place): FieldNode {
    const field = isAbstractType(parent) && !isInterfaceType(parent) ? undefined : parent.getFields()[node.name.value];
    if (field === undefined) {
      throw new GraphQLError(`Expected a field of ${parent.name}, found ${node.name.value}.`, { nodes: [node] });
    }
    const directives = variableConditions(node.directives);
    if (node.selectionSet === undefined) {
      return { ...node, directives };
    }
    const type = compositeType(getNamedType(field.type));
    const inner: Place = {
      path: place.open ? [...place.path, node.alias?.value ?? node.name.value] : place.path,
      open: place.open && !hasList(field.type),
      conditions: place.conditions,
    };
    const selections = this.selections(node.selectionSet, type, possibleTypes(this.schema, type), inner);
    return { ...node, directives, selectionSet: selectionSet(selections.length === 0 ? [TYPENAME] : selections) };
  }
}

type Possible = readonly GraphQLObjectType[];

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Whether a field other than `__typename` is left. */
function asks(selections: readonly SelectionNode[]): boolean {
  return selections.some((selection) =>
    selection.kind === Kind.FIELD
      ? selection.name.value !== '__typename'
      : selection.kind === Kind.INLINE_FRAGMENT && asks(selection.selectionSet.selections),
  );
}

function compositeType(type: unknown) {
  if (isObjectType(type) || isAbstractType(type)) {
    return type;
  }
  throw new GraphQLError(`Expected a type with fields, found ${String(type)}.`);
}

function possibleTypes(schema: GraphQLSchema, type: Composite): Possible {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}

function hasList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

function variableConditions(directives: readonly DirectiveNode[] | undefined): DirectiveNode[] {
  return (directives ?? []).filter((directive) =>
    directive.arguments?.some(({ name, value }) => name.value === 'if' && value.kind === Kind.VARIABLE),
  );
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function inlineFragment(
  type: string | undefined,
  selections: readonly SelectionNode[],
  directives: readonly DirectiveNode[],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: type === undefined ? undefined : { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    directives,
    selectionSet: selectionSet(selections),
  };
}

/** The selection inside one fragment a condition, since a directive stands once on a selection. */
function conditional(node: SelectionNode, conditions: readonly Condition[]): SelectionNode {
  return conditions.reduce<SelectionNode>(
    (inner, { variable, equals }) => inlineFragment(undefined, [inner], [condition(variable, equals)]),
    node,
  );
}

function condition(variable: string, equals: boolean): DirectiveNode {
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const value = { kind: Kind.VARIABLE, name: name(variable) } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: name(equals ? 'include' : 'skip'),
    arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value }],
  };
}

function introspection(operation: OperationDefinitionNode, reducer: Reducer): DocumentNode {
  const only = { ...operation, directives: [], selectionSet: selectionSet(reducer.introspection) };
  return { kind: Kind.DOCUMENT, definitions: [only, ...reducer.definitions] };
}
