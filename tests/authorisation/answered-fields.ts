import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

type Answered = Record<string, unknown>;

/** The coordinates that an answer holds a value of: what was truly let out, however it was asked for. */
export function answeredFields(schema: GraphQLSchema, source: string, data: Answered | null): ReadonlySet<string> {
  const { definitions } = parse(source);
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = new Map(
    definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment.selectionSet]),
  );
  const found = new Set<string>();
  const walk = (set: SelectionSetNode | undefined, typeName: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(set, typeName, item);
    else if (set && typeof value === 'object' && value !== null) {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value), typeName, value);
        else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, typeName, value);
        else {
          const type = schema.getType(typeName);
          const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
          const answer = (value as Answered)[selection.alias?.value ?? selection.name.value];
          if (!field || answer === null || answer === undefined) continue;
          found.add(`${typeName}.${field.name}`);
          walk(selection.selectionSet, getNamedType(field.type).name, answer);
        }
      }
    }
  };
  walk(operation?.selectionSet, 'Query', data);
  return found;
}
