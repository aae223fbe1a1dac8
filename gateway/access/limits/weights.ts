import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { argumentOf } from '../../plan/join-directives.ts';

/** How many rows a field answers. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that say how many. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that are this long, where the field itself is no list. */
  readonly sizedFields: readonly string[];
}

/** What the departments say of their fields: weights and lengths by coordinate (`Query.cases`), weights by type. */
export interface Weights {
  readonly fields: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, ListSize>;
  /** Coordinates of arguments and input fields tagged `sensitive`: `Query.personByIdNumber(idNumber:)`, `Filter.name`. */
  readonly sensitive: ReadonlySet<string>;
}

/** Reads `@cost`, `@listSize` (IBM's cost directives, as Federation 2.9 has them) and `@tag(name: "sensitive")`. */
export function weightsOf(supergraph: string): Weights {
  const fields = new Map<string, number>();
  const types = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const sensitive = new Set<string>();
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) {
        if (isSensitive(field.directives)) sensitive.add(`${definition.name.value}.${field.name.value}`);
      }
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const typeName = definition.name.value;
    const weight = weightOf(definition.directives);
    if (weight !== undefined) types.set(typeName, weight);
    readFields(typeName, definition.fields, { fields, lists, sensitive });
  }
  return { fields, types, lists, sensitive };
}

function readFields(
  typeName: string,
  nodes: ObjectTypeDefinitionNode['fields'],
  into: { fields: Map<string, number>; lists: Map<string, ListSize>; sensitive: Set<string> },
): void {
  for (const { name, directives, arguments: args } of nodes ?? []) {
    const coordinate = `${typeName}.${name.value}`;
    const weight = weightOf(directives);
    if (weight !== undefined) into.fields.set(coordinate, weight);
    const list = named(directives, 'listSize');
    if (list) {
      into.lists.set(coordinate, {
        assumedSize: argumentOf(list, 'assumedSize') as number | undefined,
        slicingArguments: (argumentOf(list, 'slicingArguments') as string[] | undefined) ?? [],
        sizedFields: (argumentOf(list, 'sizedFields') as string[] | undefined) ?? [],
      });
    }
    for (const argument of args ?? []) {
      if (isSensitive(argument.directives)) into.sensitive.add(`${coordinate}(${argument.name.value}:)`);
    }
  }
}

type Directives = readonly ConstDirectiveNode[] | undefined;

const named = (directives: Directives, name: string) => directives?.find((directive) => directive.name.value === name);

function weightOf(directives: Directives): number | undefined {
  const cost = named(directives, 'cost');
  return cost && Number(argumentOf(cost, 'weight'));
}

const isSensitive = (directives: Directives): boolean =>
  directives?.some(
    ({ name, ...tag }) => name.value === 'tag' && argumentOf({ ...tag, name }, 'name') === 'sensitive',
  ) ?? false;
