import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';

/**
 * The coordinate of the first argument or input field tagged `sensitive` that a selected field gives, if any. A variable
 * of an input type that holds such a field counts, whatever its value.
 */
export function sensitiveIn(
  { arguments: given }: FieldNode,
  field: GraphQLField<unknown, unknown>,
  coordinate: string,
  sensitive: ReadonlySet<string>,
): string | undefined {
  for (const { name, value } of given ?? []) {
    const own = `${coordinate}(${name.value}:)`;
    if (sensitive.has(own)) return own;
    const argument = field.args.find((candidate) => candidate.name === name.value);
    const inside = argument && inValue(value, argument.type, sensitive, new Set());
    if (inside) return inside;
  }
  return undefined;
}

function inValue(
  value: ValueNode | undefined,
  declared: GraphQLInputType,
  sensitive: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): string | undefined {
  const type = getNamedType(declared);
  if (!isInputObjectType(type) || seen.has(type.name)) return undefined;
  if (value?.kind === Kind.LIST) {
    return value.values.map((each) => inValue(each, type, sensitive, seen)).find(Boolean);
  }
  for (const field of Object.values(type.getFields())) {
    const given = value?.kind === Kind.OBJECT ? value.fields.find(({ name }) => name.value === field.name) : undefined;
    if (value?.kind === Kind.OBJECT && !given) continue;
    const coordinate = `${type.name}.${field.name}`;
    if (sensitive.has(coordinate)) return coordinate;
    // Written out, a value ends by itself; of a variable only the types are known, which may go in circles.
    const next = given ? seen : new Set([...seen, type.name]);
    const inside = inValue(given?.value, field.type, sensitive, next);
    if (inside) return inside;
  }
  return undefined;
}
