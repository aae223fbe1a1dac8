import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { departmentNames } from '../../schema/departments.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';

type Directives = readonly ConstDirectiveNode[] | undefined;

/** Something that the graph names: a type, field, argument, input field or enum value. */
export interface Named {
  readonly department: string;
  /** `Case`, `Case.parties`, `Query.cases(first:)` or `CaseStatus.CLOSED`. */
  readonly coordinate: string;
  /** Its own name, without what it belongs to. */
  readonly name: string;
  readonly description: string;
  readonly directives: readonly string[];
}

/** A field of an object type. */
export interface GraphField extends Named {
  readonly owner: string;
  readonly returns: string;
  readonly list: boolean;
  readonly nullable: boolean;
  /** Any of these lists of scopes opens it; undefined for a field without a scope. */
  readonly scopes: readonly (readonly string[])[] | undefined;
  readonly arguments: readonly Named[];
}

/** The graph as the departments define it, field by field, each in its own words. */
export interface Graph {
  readonly fields: readonly GraphField[];
  /** Names of the entities and their keys. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Fields of inputs and values of enums, with the type they belong to. */
  readonly choices: readonly (Named & { readonly owner: string })[];
  readonly types: readonly Named[];
}

/** The graph of all departments. */
export async function wholeGraph(): Promise<Graph> {
  const subgraphs: [string, DocumentNode][] = [];
  for (const name of departmentNames()) subgraphs.push([name, (await loadSubgraph(name)).typeDefs]);
  return graphOf(new Map(subgraphs));
}

/** A graph of one department, to try a rule on. */
export const graphIn = (sdl: string): Graph => graphOf(new Map([['example', parse(sdl)]]));

function graphOf(subgraphs: ReadonlyMap<string, DocumentNode>): Graph {
  const fields: GraphField[] = [];
  const keys = new Map<string, string[]>();
  const choices: (Named & { owner: string })[] = [];
  const types: Named[] = [];
  for (const [department, { definitions }] of subgraphs) {
    for (const definition of definitions) {
      if (!('name' in definition) || definition.name === undefined) continue;
      if (definition.kind === Kind.DIRECTIVE_DEFINITION || definition.kind === Kind.OPERATION_DEFINITION) continue;
      if (definition.kind === Kind.FRAGMENT_DEFINITION) continue;
      const owner = definition.name.value;
      types.push(named(department, owner, definition));
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
        for (const directive of definition.directives ?? []) {
          if (directive.name.value === 'key') keys.set(owner, argumentOf(directive, 'fields').split(' '));
        }
        for (const field of definition.fields ?? []) fields.push(fieldOf(department, owner, field));
      }
      if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
        for (const value of definition.values ?? []) {
          choices.push({ ...named(department, `${owner}.${value.name.value}`, value), owner });
        }
      }
      if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        for (const field of definition.fields ?? []) {
          choices.push({ ...named(department, `${owner}.${field.name.value}`, field), owner });
        }
      }
    }
  }
  return { fields, keys, choices, types };
}

function fieldOf(department: string, owner: string, field: FieldDefinitionNode): GraphField {
  const coordinate = `${owner}.${field.name.value}`;
  return {
    ...named(department, coordinate, field),
    owner,
    returns: nameOf(field.type),
    list: isList(field.type),
    nullable: field.type.kind !== Kind.NON_NULL_TYPE,
    scopes: scopesOf(field.directives),
    arguments: (field.arguments ?? []).map((argument) =>
      named(department, `${coordinate}(${argument.name.value}:)`, argument),
    ),
  };
}

type Describable = Pick<InputValueDefinitionNode, 'name' | 'description' | 'directives'>;

const named = (department: string, coordinate: string, { name, description, directives }: Describable): Named => ({
  department,
  coordinate,
  name: name.value,
  description: description?.value ?? '',
  directives: (directives ?? []).map((directive) =>
    directive.name.value === 'tag' ? `tag:${argumentOf(directive, 'name')}` : directive.name.value,
  ),
});

function scopesOf(directives: Directives): string[][] | undefined {
  const directive = directives?.find(({ name }) => name.value === 'requiresScopes');
  const scopes = directive?.arguments?.find(({ name }) => name.value === 'scopes');
  return scopes && (valueFromASTUntyped(scopes.value) as string[][]);
}

function argumentOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

/** Every name that the graph gives anything. */
export const everything = ({ fields, choices, types }: Graph): Named[] => [
  ...types,
  ...fields,
  ...fields.flatMap((field) => field.arguments),
  ...choices,
];

/** The words of an identifier, in lower case: `maskedIdNumber` has masked, id and number. */
export const wordsOf = (identifier: string): string[] =>
  identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());
