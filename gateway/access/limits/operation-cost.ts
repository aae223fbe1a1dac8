import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Definitions } from './definitions.ts';
import { product, type Quantity, sum } from './quantity.ts';
import { rowsOf } from './rows.ts';
import { sensitiveIn } from './sensitive.ts';
import type { Weights } from './weights.ts';

/** What an operation asks for, before anything is fetched. */
export interface OperationCost {
  /** In objects, roughly: each object answered counts one, or its `@cost`, times the rows of the lists it stands in. */
  readonly cost: Quantity;
  /** The first argument it gives that is tagged `sensitive`. */
  readonly sensitive: string | undefined;
}

/** Lists of an answer that are as long as the field above says: those of a connection. */
interface Sized {
  readonly rows: Quantity;
  /** Empty for every list. */
  readonly fields: readonly string[];
}

/**
 * Works out what an operation of a document costs; introspection is free. The document's size must be within its limits;
 * it need not be valid: what the schema does not know costs nothing.
 */
export function operationCost(
  operation: OperationDefinitionNode,
  { fragments }: Definitions,
  schema: GraphQLSchema,
  weights: Weights,
): OperationCost {
  let sensitive: string | undefined;

  const costOfSet = (set: SelectionSetNode, parent: GraphQLNamedType | undefined, sized?: Sized): Quantity => {
    let cost: Quantity = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        cost = sum(cost, costOfField(node, parent, sized));
        continue;
      }
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = part?.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      if (part) cost = sum(cost, costOfSet(part.selectionSet, type, sized));
    }
    return cost;
  };

  const costOfField = (node: FieldNode, parent: GraphQLNamedType | undefined, sized?: Sized): Quantity => {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const field = parent.getFields()[node.name.value];
    if (!field) return 0;
    const coordinate = `${parent.name}.${field.name}`;
    sensitive ??= sensitiveIn(node, field, coordinate, weights.sensitive);
    const type = getNamedType(field.type);
    const own = weights.fields.get(coordinate) ?? 0;
    if (!isCompositeType(type)) return own;

    const listSize = weights.lists.get(coordinate);
    const isList = isListType(getNullableType(field.type));
    const inherited = isList && sized && (sized.fields.length === 0 || sized.fields.includes(field.name));
    const rows = inherited ? sized.rows : rowsOf(node, field, listSize, operation);
    const below = !isList && rows !== undefined ? { rows, fields: listSize?.sizedFields ?? [] } : undefined;
    const each = sum(
      weights.types.get(type.name) ?? 1,
      node.selectionSet ? costOfSet(node.selectionSet, type, below) : 0,
    );
    return sum(own, isList && rows !== undefined ? product(rows, each) : each);
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  return { cost: costOfSet(operation.selectionSet, root), sensitive };
}
