import type { EntityKeys } from '../plan/entity-keys.ts';
import type { FetchRewrite, RequiresSelection } from '../plan/planner.ts';
import type { Data } from './data.ts';
import { compileRewrites } from './rewrites.ts';
import type { TypeIndex } from './type-index.ts';

/** Something that the representation needs was never answered, so it cannot be built. */
export const MISSING = Symbol('missing');

/** The entity has no key: as far as this subgraph goes, there is no such entity. */
export const KEYLESS = Symbol('keyless');

/** Builds what a subgraph needs to find and compute entities, and tells equal ones. */
export interface RepresentationBuilder {
  /** The representation; undefined where the fetch does not concern the entity. */
  build(entity: Data): Data | undefined | typeof MISSING | typeof KEYLESS;
  /** Equal for equal representations of this fetch. */
  identify(representation: Data): unknown;
}

type Inputs = readonly RequiresSelection[];

/** How the planner's own response keys begin, where two inputs would share a name. */
const PLANNER_ALIAS = '_internal_qp_alias_';

/** Generates the builder for the planner's `requires` of one subgraph. */
export function compileRepresentations(
  requires: Inputs,
  inputRewrites: readonly FetchRewrite[] | undefined,
  subgraph: string,
  keys: EntityKeys,
  types: TypeIndex,
): RepresentationBuilder {
  const writer = new BuilderWriter(types);
  const fragments = requires.map((selection) =>
    selection.kind === 'InlineFragment' ? selection : unexpected(selection.kind),
  );
  const lines: string[] = [];
  for (const { typeCondition, selections } of fragments) {
    const assumed = fragments.length === 1 && !types.isAbstract(typeCondition) ? ' || type === undefined' : '';
    lines.push(
      `if (${writer.constant(types.fitting([typeCondition]))}.has(type)${assumed}) {`,
      `  rep ??= { __typename: type ?? ${JSON.stringify(typeCondition)} };`,
      ...writer.fields(selections, 'entity', 'rep'),
      `  if (${withoutKey(selections, keys(subgraph, typeCondition))}) return KEYLESS;`,
      '}',
    );
  }
  const body = `return (entity) => { const type = entity.__typename; let rep;\n${lines.join('\n')}\nreturn rep; };`;
  const build = writer.compile(body) as RepresentationBuilder['build'];
  const rewrite = compileRewrites(inputRewrites, types);
  const rawKey = soleScalarKey(fragments, types);
  return {
    build:
      rewrite === undefined
        ? build
        : (entity) => {
            const representation = build(entity);
            rewrite(representation);
            return representation;
          },
    identify: rawKey === undefined ? JSON.stringify : (representation) => representation[rawKey],
  };
}

/** Writes the source of builder functions; names come from the planner and are quoted wherever they appear. */
class BuilderWriter {
  private readonly types: TypeIndex;
  private readonly constants: unknown[] = [];

  constructor(types: TypeIndex) {
    this.types = types;
  }

  constant(value: unknown): string {
    return `constants[${this.constants.push(value) - 1}]`;
  }

  compile(body: string): unknown {
    // The text holds only names of the planner's own output, each a GraphQL name or quoted.
    return new Function('constants', 'MISSING', 'KEYLESS', body)(this.constants, MISSING, KEYLESS);
  }

  /** Statements that copy the selected fields of `source` to `target`, or return MISSING. */
  fields(selections: Inputs, source: string, target: string): string[] {
    return selections.flatMap((selection) => {
      if (selection.kind === 'InlineFragment') {
        const fitting = this.constant(this.types.fitting([selection.typeCondition]));
        return [
          `if (${fitting}.has(${source}.__typename)) {`,
          ...this.fields(selection.selections, source, target),
          '}',
        ];
      }
      if (selection.kind !== 'Field') {
        return unexpected(selection.kind);
      }
      const from = `${source}[${JSON.stringify(selection.name)}]`;
      const to = `${target}[${JSON.stringify(selection.alias ?? selection.name)}]`;
      if (selection.name === '__typename') {
        return target === 'rep' ? [] : [`if (${from} !== undefined) ${to} = ${from};`];
      }
      const nested = selection.selections === undefined || selection.selections.length === 0;
      // One call may serve objects of which some hold the input under the planner's alias and some under its name.
      const held =
        selection.alias !== undefined && selection.name.startsWith(PLANNER_ALIAS)
          ? `(${from} !== undefined ? ${from} : ${this.constant(unlessAliased)}(${source}, ${JSON.stringify(selection.alias)}))`
          : from;
      const value = nested ? held : `${this.constant(this.nested(selection.selections ?? []))}(${held})`;
      return [
        `{ const field = ${value};`,
        'if (field === undefined || field === MISSING) return MISSING;',
        `${to} = field; }`,
      ];
    });
  }

  /** A function that copies selected fields of a nested object, or of each object of a list. */
  private nested(selections: Inputs): (value: unknown) => unknown {
    const writer = new BuilderWriter(this.types);
    const lines = [
      // Where fragments decide, the subgraph must learn the type; the planner leaves it to be sent unasked.
      ...(selections.some(({ kind }) => kind === 'InlineFragment')
        ? [`if (typeof value.__typename === 'string') copy.__typename = value.__typename;`]
        : []),
      ...writer.fields(selections, 'value', 'copy'),
    ].join('\n');
    const one = writer.compile(`return (value) => { const copy = {};\n${lines}\nreturn copy; };`) as (
      value: unknown,
    ) => unknown;
    const copy = (value: unknown): unknown => {
      if (Array.isArray(value)) {
        const list = value.map(copy);
        return list.includes(MISSING) ? MISSING : list;
      }
      return value === null || value === undefined ? value : one(value);
    };
    return copy;
  }
}

/** A condition that holds where the key fields are all null, so that the subgraph could find nothing. */
function withoutKey(selections: Inputs, keys: readonly (readonly string[])[]): string {
  const sent = selections.flatMap((one) => (one.kind === 'Field' ? [one.alias ?? one.name] : []));
  const key = keys.find((fields) => fields.every((field) => sent.includes(field))) ?? sent;
  const checks = key.filter((name) => name !== '__typename').map((name) => `rep[${JSON.stringify(name)}] === null`);
  return checks.length === 0 ? 'false' : checks.join(' && ');
}

/** The only field beside `__typename`, where there is one scalar of one concrete type: it identifies by itself. */
function soleScalarKey(fragments: readonly FragmentInput[], types: TypeIndex): string | undefined {
  const [fragment, ...others] = fragments;
  if (fragment === undefined || others.length > 0 || types.isAbstract(fragment.typeCondition)) {
    return undefined;
  }
  const [field, ...more] = fragment.selections.filter((one) => one.kind !== 'Field' || one.name !== '__typename');
  return field?.kind === 'Field' && !field.selections?.length && more.length === 0
    ? (field.alias ?? field.name)
    : undefined;
}

type FragmentInput = Extract<RequiresSelection, { kind: 'InlineFragment' }>;

/** The field of an object that has none of the planner's aliases: there no other input contends for the name. */
function unlessAliased(object: Data, name: string): unknown {
  return Object.keys(object).some((key) => key.startsWith(PLANNER_ALIAS)) ? undefined : object[name];
}

function unexpected(kind: string): never {
  throw new TypeError(`Expected fields and inline fragments in the planner's inputs, found ${kind}.`);
}
