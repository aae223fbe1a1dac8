import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
} from 'graphql';

/** A type that has selections of its own. */
export type Composite = ReturnType<typeof compositeType>;

/** The concrete types that an object may have. */
export type Possible = readonly GraphQLObjectType[];

/** The type, where it is one with selections. Throws a GraphQLError for any other. */
export function compositeType(type: unknown) {
  if (isObjectType(type) || isAbstractType(type)) {
    return type;
  }
  throw new GraphQLError(`Expected a type with fields, found ${String(type)}.`);
}

/** The concrete types of a type. */
export function possibleTypes(schema: GraphQLSchema, type: Composite): Possible {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}

/** Whether a field of this type holds a list. */
export function hasList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
