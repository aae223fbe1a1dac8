import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { withoutValue } from '../../schema/kit/without-value.ts';

/** Coerced values of an operation's variables, or why they do not fit. */
export type Coerced = { readonly values: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] };

/** Coerces what a client gave (GraphQL specification 6.1.2). */
export type CoerceVariables = (given: Readonly<Record<string, unknown>>) => Coerced;

/** How a value of a built-in scalar looks that coercion leaves as it is. */
const UNCHANGED: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && ((value as number) | 0) === value,
};

/**
 * Compiles the coercion of an operation's variables. Values that coercion would leave as they are pass by; any other
 * makes graphql-js coerce all of them.
 */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const definitions = operation.variableDefinitions ?? [];
  const readers = definitions.map((definition) => readerOf(schema, definition));
  return (given) => {
    const values: Record<string, unknown> = {};
    for (const read of readers) {
      if (!read(given, values)) {
        return coerce(schema, definitions, given);
      }
    }
    return { values };
  };
}

/** Puts a variable into the values; false where that takes coercion. */
type Reader = (given: Readonly<Record<string, unknown>>, values: Record<string, unknown>) => boolean;

function readerOf(schema: GraphQLSchema, { variable, type, defaultValue }: VariableDefinitionNode): Reader {
  const name = variable.name.value;
  const known = typeFromAST(schema, type as never);
  const required = known !== undefined && isNonNullType(known);
  const isUnchanged = UNCHANGED[String(required ? known.ofType : known)] ?? (() => false);
  const isOptional = known !== undefined && !required && defaultValue === undefined;
  return (given, values) => {
    if (!Object.hasOwn(given, name)) {
      return isOptional;
    }
    const value = given[name];
    if (isUnchanged(value) || (value === null && !required)) {
      values[name] = value;
      return true;
    }
    return false;
  };
}

function coerce(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
): Coerced {
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: 50 });
  if (errors === undefined) {
    return { values: coerced };
  }
  return {
    errors: errors.map((error) => {
      const extensions = { code: 'BAD_USER_INPUT', ...error.extensions };
      return new GraphQLError(withoutValue(error), { nodes: error.nodes, extensions });
    }),
  };
}
