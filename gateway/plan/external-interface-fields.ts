import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
} from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';

/** A subgraph's name and document. */
interface Part {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * Adds to a supergraph which fields of an interface are external to a subgraph that extends it (`@interfaceObject`).
 * The composition leaves that out, and a plan would then ask that subgraph for fields it only computes from.
 */
export function withExternalInterfaceFields(supergraph: string, parts: readonly Part[]): string {
  const external = new Set<string>();
  const defined = new Map<string, string[]>();
  for (const { name, typeDefs } of parts) {
    for (const type of typeDefs.definitions.filter(hasFields)) {
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        defined.set(coordinate, [...(defined.get(coordinate) ?? []), name]);
        if (has(type, 'interfaceObject') && has(field, 'external')) {
          external.add(`${name} ${coordinate}`);
        }
      }
    }
  }
  if (external.size === 0) {
    return supergraph;
  }
  const document = parse(supergraph, { noLocation: true });
  const graphs = new Map([...subgraphNames(document.definitions)].map(([graph, name]) => [name, graph]));
  const complete = (typeName: string, field: FieldDefinitionNode): FieldDefinitionNode => {
    const coordinate = `${typeName}.${field.name.value}`;
    const owners = defined.get(coordinate) ?? [];
    if (!owners.some((name) => external.has(`${name} ${coordinate}`))) {
      return field;
    }
    const known = new Set(
      field.directives?.filter(({ name }) => name.value === 'join__field').map((join) => argumentOf(join, 'graph')),
    );
    const joins = owners
      .filter((name) => !known.has(graphs.get(name)))
      .map((name) => join(graphs.get(name) as string, external.has(`${name} ${coordinate}`)));
    return { ...field, directives: [...(field.directives ?? []), ...joins] };
  };
  const definitions = document.definitions.map(
    (definition): DefinitionNode =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? { ...definition, fields: definition.fields?.map((field) => complete(definition.name.value, field)) }
        : definition,
  );
  return print({ ...document, definitions });
}

function hasFields(definition: DefinitionNode) {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function has(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, directive: string): boolean {
  return (
    node.directives?.some(({ name }) => name.value === directive || name.value === `federation__${directive}`) === true
  );
}

function join(graph: string, isExternal: boolean): ConstDirectiveNode {
  const [field] = parse(`type T { f: Int @join__field(graph: ${graph}${isExternal ? ', external: true' : ''}) }`, {
    noLocation: true,
  }).definitions.filter(hasFields);
  return field?.fields?.[0]?.directives?.[0] as ConstDirectiveNode;
}
