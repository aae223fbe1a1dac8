import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { argumentsOf, type KnownIds } from './field-arguments.ts';

/** A way from the root of the graph to one type: fields with their arguments, and the type where it ends. */
export interface Route {
  readonly fields: readonly string[];
  readonly end: string;
  /** Coordinates of the fields on the way. */
  readonly steps: readonly string[];
}

const DEEPEST = 6;

/** Every way through the graph of at most six fields that comes to no type twice, people and cases excepted. */
export function routesOf(schema: GraphQLSchema, known: KnownIds): Route[] {
  const routes: Route[] = [];
  const walk = (
    typeName: string,
    fields: readonly string[],
    steps: readonly string[],
    met: readonly string[],
  ): void => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return;
    if (fields.length > 0) routes.push({ fields, end: typeName, steps });
    if (fields.length === DEEPEST) return;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next)) continue;
      // Comparing the registers' word on somebody within such a comparison is more than the planner can plan.
      if (next.name === 'Person' && typeName === 'CorrectionRequest') continue;
      const times = met.filter((name) => name === next.name).length;
      if (times > (next.name === 'Person' || next.name === 'Case' ? 1 : 0)) continue;
      const told = field.name + argumentsOf(field.name, field.args, known);
      walk(next.name, [...fields, told], [...steps, `${typeName}.${field.name}`], [...met, next.name]);
    }
  };
  walk('Query', [], [], []);
  return routes;
}

/** All that a type answers without going further, as a selection. */
export function ownSelection(schema: GraphQLSchema, typeName: string, known: KnownIds): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).map(({ name, args, type: fieldType }) => {
    const told = name + argumentsOf(name, args, known);
    return isObjectType(getNamedType(fieldType)) ? `${told} { __typename }` : told;
  });
  return ['__typename', ...fields].join(' ');
}

/** Ways to write the same selection: each must be cut alike. */
const dresses: readonly ((selection: string, typeName: string) => string)[] = [
  (selection) => selection,
  (selection, typeName) => `... on ${typeName} { ${selection} }`,
  (selection) => `... @include(if: true) { ${selection} }`,
  (selection, typeName) => `... on ${typeName} @skip(if: $no) { ${selection} } ... @include(if: $no) { ${selection} }`,
];

/** Operations that go these ways, each under a name of its own and dressed differently; many ways to an operation. */
export function operationsOf(schema: GraphQLSchema, routes: readonly Route[], known: KnownIds, size: number): string[] {
  const operations: string[] = [];
  for (let from = 0; from < routes.length; from += size) {
    const fragments = new Map<string, string>();
    const selections = routes.slice(from, from + size).map(({ fields, end }, index) => {
      fragments.set(end, `fragment Of${end} on ${end} { ${ownSelection(schema, end, known)} }`);
      const dress = dresses[(from + index) % dresses.length] ?? ((selection: string) => selection);
      const inner = fields.reduceRight(
        (below, field, depth) => {
          // Every other field below the root is asked for twice, once under another name.
          const twice = depth > 0 && (from + index + depth) % 3 === 0 ? `${field} { __typename } other: ` : '';
          return `${depth === 0 ? `r${index}: ` : twice}${field} { ${below} }`;
        },
        dress(`...Of${end}`, end),
      );
      return inner;
    });
    const uses = selections.some((selection) => selection.includes('$no'));
    operations.push(
      `query Walk${uses ? '($no: Boolean!)' : ''} { ${selections.join('\n')} } ${[...fragments.values()].join('\n')} query Unused { __typename }`,
    );
  }
  return operations;
}
