import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Quantity } from './quantity.ts';
import type { ListSize } from './weights.ts';

/** How long a list is taken to be of which nothing says it. */
export const ASSUMED_ROWS = 10;
const PAGE_ARGUMENTS = ['first', 'last'];

/** How many rows a selected field answers: by its paging argument, by what its department assumes, or {@link ASSUMED_ROWS}. */
export function rowsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  listSize: ListSize | undefined,
  operation: OperationDefinitionNode,
): Quantity | undefined {
  const slicing = listSize?.slicingArguments.length ? listSize.slicingArguments : PAGE_ARGUMENTS;
  const pages = field.args.filter(
    ({ name, type }) => slicing.includes(name) && (listSize || getNamedType(type).name === 'Int'),
  );
  const fallback = pages.map(({ defaultValue }) => rowsIn(defaultValue)).find((rows) => rows !== undefined);
  const assumed = fallback ?? listSize?.assumedSize ?? ASSUMED_ROWS;
  for (const { name } of pages) {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    if (given) return read(given.value, assumed, operation);
  }
  if (pages.length > 0) return assumed;
  if (listSize?.assumedSize !== undefined) return listSize.assumedSize;
  return isListType(getNullableType(field.type)) ? ASSUMED_ROWS : undefined;
}

function read(value: ValueNode, assumed: number, operation: OperationDefinitionNode): Quantity {
  if (value.kind !== Kind.VARIABLE) return rowsIn(valueFromASTUntyped(value)) ?? assumed;
  const { value: name } = value.name;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const fallback = (definition?.defaultValue && rowsIn(valueFromASTUntyped(definition.defaultValue))) ?? assumed;
  return (variables) => rowsIn(variables[name]) ?? fallback;
}

/** A page's size; what is no number is left to validation. */
function rowsIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : undefined;
}
