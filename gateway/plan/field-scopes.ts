import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** What a coordinate asks for: one of the inner lists must be held whole; `[[]]` asks for nothing but a known caller. */
type Scopes = string[][];

/**
 * Reads what each field of a supergraph asks for, by coordinate (`Person.identity`): the `@requiresScopes` and
 * `@authenticated` of the field itself, of its type, and of the scalar or enum it returns, all of which must be met.
 * A coordinate that is absent asks for nothing.
 */
export function fieldScopes(supergraph: string): Map<string, Scopes> {
  const { definitions } = parse(supergraph, { noLocation: true });
  const leafScopes = new Map<string, Scopes>();
  for (const definition of definitions) {
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      const scopes = scopesOf(definition);
      if (scopes !== undefined) {
        leafScopes.set(definition.name.value, scopes);
      }
    }
  }

  const result = new Map<string, Scopes>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    const typeScopes = scopesOf(definition);
    for (const field of definition.fields ?? []) {
      const scopes = both(both(typeScopes, scopesOf(field)), leafScopes.get(nameOf(field.type)));
      if (scopes !== undefined) {
        result.set(`${definition.name.value}.${field.name.value}`, scopes);
      }
    }
  }
  return result;
}

type Scoped = { readonly directives?: readonly ConstDirectiveNode[] | undefined } & (
  | FieldDefinitionNode
  | ObjectTypeDefinitionNode
  | InterfaceTypeDefinitionNode
  | object
);

function scopesOf(node: Scoped): Scopes | undefined {
  let result: Scopes | undefined;
  for (const directive of node.directives ?? []) {
    if (directive.name.value === 'authenticated') {
      result = both(result, [[]]);
    }
    if (directive.name.value === 'requiresScopes') {
      const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
      result = both(result, argument === undefined ? [[]] : (valueFromASTUntyped(argument.value) as Scopes));
    }
  }
  return result;
}

/** Both requirements at once: every choice of the one together with every choice of the other. */
function both(left: Scopes | undefined, right: Scopes | undefined): Scopes | undefined {
  if (left === undefined || right === undefined) {
    return left ?? right;
  }
  return left.flatMap((one) => right.map((other) => [...new Set([...one, ...other])]));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
