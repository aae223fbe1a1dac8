import {
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PlannerKeyOf } from '../plan/planner-keys.ts';
import type { Refused } from '../plan/refused.ts';
import type { Data } from './data.ts';
import { absent, type Fault, prefix, wrong } from './fault.ts';
import { type CollectedField, FieldCollector } from './field-collection.ts';
import { GeneratedFunctions, quote } from './generated-functions.ts';
import { leafOf, leafReader } from './leaf.ts';

/** Reads the client's answer out of the merged data; what the types do not allow becomes null and a fault. */
export type Project = (data: Data, faults: Fault[]) => Data | null;

/** What a projection is generated from. */
export interface ProjectionSource {
  /** The schema that the operation is valid against. */
  readonly schema: GraphQLSchema;
  /** The same with all inaccessible types and values. */
  readonly full: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly refused: Refused;
  readonly plannerKey: PlannerKeyOf;
  /** Coerced values of at least those variables that decide which selections count. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Generates one function a (concrete type, selections), each returning an object literal, or null to propagate. */
export function compileProjection(source: ProjectionSource): Project {
  const root = source.schema.getRootType(source.operation.operation) as GraphQLObjectType;
  const writer = new ProjectionWriter(source);
  const entry = writer.object(root, [source.operation.selectionSet]);
  return writer.compile(entry);
}

type Selections = readonly SelectionSetNode[];

/** Writes the source of projection functions; response keys are GraphQL names, and quoted wherever they appear. */
class ProjectionWriter {
  private readonly source: ProjectionSource;
  private readonly collector: FieldCollector;
  private readonly functions = new GeneratedFunctions();
  private readonly setIds = new Map<SelectionSetNode, number>();

  constructor(source: ProjectionSource) {
    this.source = source;
    this.collector = new FieldCollector(source.schema, source.document, source.variables);
  }

  compile(entry: string): Project {
    return this.functions.compile(entry, { absent, wrong, prefix }) as Project;
  }

  /** The name of the function that projects an object of this type, or of an implementer of it. */
  object(type: GraphQLObjectType | GraphQLAbstractType, selections: Selections): string {
    return this.functions.named(`${type.name} ${this.identify(selections)}`, () =>
      isAbstractType(type) ? this.abstractBody(type, selections) : this.objectBody(type, type.name, selections),
    );
  }

  private abstractBody(type: GraphQLAbstractType, selections: Selections): string {
    const { schema, full } = this.source;
    const cases = schema.getPossibleTypes(type).map((concrete) => {
      return `case ${quote(concrete.name)}: return ${this.object(concrete, selections)}(d, f);`;
    });
    const general = this.functions.named(`interface ${type.name} ${this.identify(selections)}`, () =>
      this.objectBody(type, undefined, selections),
    );
    // The name of the abstract type, or none, says that no concrete type matters here; an inaccessible one is null.
    const hidden = this.functions.constant(
      new Set(full.getPossibleTypes(full.getType(type.name) as GraphQLAbstractType).map(({ name }) => name)),
    );
    const names = this.functions.constant(
      new Set(Object.values(schema.getTypeMap()).flatMap((one) => (isAbstractType(one) ? [one.name] : []))),
    );
    return `(d, f) {
      if (typeof d !== 'object' || Array.isArray(d)) return wrong(f, undefined, 'an object', ${quote(type.name)});
      switch (d.__typename) { ${cases.join('\n')} }
      if (d.__typename === undefined || ${names}.has(d.__typename)) return ${general}(d, f);
      return ${hidden}.has(d.__typename) ? null : wrong(f, undefined, 'a known type', ${quote(type.name)});
    }`;
  }

  private objectBody(
    type: GraphQLObjectType | GraphQLAbstractType,
    typename: string | undefined,
    selections: Selections,
  ): string {
    const fields = this.collector.collect(type, selections);
    const lines = fields.map((field, index) => this.fieldLines(type, typename, field, `a${index}`));
    return `(d, f) {
      if (typeof d !== 'object' || Array.isArray(d)) return wrong(f, undefined, 'an object', ${quote(type.name)});
      let n = 0;
      ${lines.join('\n')}
      return { ${fields.map(({ key }, index) => `${quote(key)}: a${index}`).join(', ')} };
    }`;
  }

  private fieldLines(
    type: GraphQLObjectType | GraphQLAbstractType,
    typename: string | undefined,
    { key, name, selections }: CollectedField,
    variable: string,
  ): string {
    if (name === '__typename') {
      return `const ${variable} = ${typename === undefined ? `d.__typename ?? ${quote(type.name)}` : quote(typename)};`;
    }
    if (name === '__schema' || name === '__type') {
      return `const ${variable} = d[${quote(key)}] ?? null;`;
    }
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (field === undefined || this.isRefused(type, name)) {
      return field !== undefined && isNonNullType(field.type) ? 'return null;' : `const ${variable} = null;`;
    }
    const coordinate = `${type.name}.${name}`;
    const from = quote(this.source.plannerKey(key, name));
    // A key that every object inherits counts only where the answer holds it itself.
    const read = key in Object.prototype ? `(Object.hasOwn(d, ${from}) ? d[${from}] : undefined)` : `d[${from}]`;
    return `let ${variable} = ${read};\n${this.complete(field.type, selections, variable, quote(key), coordinate)}`;
  }

  private isRefused(type: GraphQLObjectType | GraphQLAbstractType, name: string): boolean {
    const { schema, refused } = this.source;
    const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return concrete.length > 0 && concrete.every((one) => refused.refusalOf(one.name, name) !== undefined);
  }

  /** Statements that complete a variable of this type in place, or return null from the function they stand in. */
  private complete(
    type: GraphQLOutputType,
    selections: Selections,
    value: string,
    key: string,
    coordinate: string,
  ): string {
    const required = isNonNullType(type);
    const inner = required ? type.ofType : type;
    if (isLeafType(inner)) {
      return this.leaf(inner, required, value, key, coordinate);
    }
    const project = isListType(inner)
      ? this.list(inner.ofType, selections, coordinate)
      : this.object(inner, selections);
    const missing = required
      ? `return absent(f, ${key}, ${quote(coordinate)});`
      : `if (${value} === undefined) ${value} = wrong(f, ${key}, 'an answer', ${quote(coordinate)});`;
    const propagate = `if (${value} === null) { return f.length === n ? absent(f, ${key}, ${quote(coordinate)}) : null; }`;
    return `if (${value} === null || ${value} === undefined) { ${missing} } else {
      n = f.length; ${value} = ${project}(${value}, f);
      if (f.length !== n) prefix(f, n, ${key});
      ${required ? propagate : ''}
    }`;
  }

  private list(item: GraphQLOutputType, selections: Selections, coordinate: string): string {
    return this.functions.named(`[${String(item)}] ${coordinate} ${this.identify(selections)}`, () => {
      return `(d, f) {
        if (!Array.isArray(d)) return wrong(f, undefined, 'a list', ${quote(coordinate)});
        const list = []; let n = 0;
        for (let i = 0; i < d.length; i++) {
          let item = d[i];
          ${this.complete(item, selections, 'item', 'i', coordinate)}
          list.push(item);
        }
        return list;
      }`;
    });
  }

  private leaf(type: GraphQLLeafType, required: boolean, value: string, key: string, coordinate: string): string {
    const known = this.source.full.getType(type.name);
    const leaf = leafOf(type, isLeafType(known) ? known : type);
    const read = this.functions.constant(leafReader(leaf, type.name, required, coordinate));
    const passes = leaf.check(value, leaf.values === undefined ? '' : this.functions.constant(leaf.values));
    return required
      ? `if (!(${passes})) { ${value} = ${read}(${value}, f, ${key}); if (${value} === null) return null; }`
      : `if (${value} !== null && !(${passes})) ${value} = ${read}(${value}, f, ${key});`;
  }

  private identify(selections: Selections): string {
    const ids = selections.map((set) => {
      const id = this.setIds.get(set) ?? this.setIds.size;
      this.setIds.set(set, id);
      return id;
    });
    return ids.join();
  }
}
