import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** A value for each variable that an operation needs. */
export function variablesFor(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, unknown> {
  const given = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    return [variable.name.value, valueOf(typeFromAST(schema, type as never) as GraphQLInputType)] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** The least value of a type; undefined where it may be left out. */
function valueOf(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) {
    return undefined;
  }
  const inner = type.ofType;
  if (isListType(inner)) {
    return [valueOf(inner.ofType)];
  }
  if (isEnumType(inner)) {
    return inner.getValues()[0]?.name;
  }
  if (isInputObjectType(inner)) {
    return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, valueOf(field.type)]));
  }
  return { Int: 2, Float: 2, Boolean: true }[inner.name as 'Int'] ?? '2';
}
