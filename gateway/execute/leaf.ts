import { type GraphQLLeafType, isEnumType } from 'graphql';
import { absent, type Fault, wrong } from './fault.ts';

/** How a leaf of one type is read out of a subgraph's answer. */
export interface Leaf {
  /** Source text of a check on the variable `value` that holds for ordinary values; `values` are the visible ones. */
  readonly check: (value: string, values: string) => string;
  /** The visible values of an enum. */
  readonly values: ReadonlySet<unknown> | undefined;
  /** Reads a value that the check rejects; undefined where it is none of this type. */
  coerce(value: unknown): unknown;
}

/** Describes a leaf type; `known` is the same type with its inaccessible values, where it has such. */
export function leafOf(type: GraphQLLeafType, known: GraphQLLeafType): Leaf {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    const hidden = new Set<unknown>(isEnumType(known) ? known.getValues().map(({ name }) => name) : []);
    // A value that clients must not see is null to them; any other is the subgraph's fault.
    return {
      check: (value, set) => `${set}.has(${value})`,
      values,
      coerce: (value) => (hidden.has(value) ? null : undefined),
    };
  }
  const none = () => undefined;
  switch (type.name) {
    case 'String':
      return { check: (value) => `typeof ${value} === 'string'`, values: undefined, coerce: none };
    case 'Boolean':
      return { check: (value) => `typeof ${value} === 'boolean'`, values: undefined, coerce: none };
    case 'Int':
      return { check: (value) => `(${value} | 0) === ${value}`, values: undefined, coerce: none };
    case 'Float':
      return { check: (value) => `typeof ${value} === 'number'`, values: undefined, coerce: none };
    case 'ID':
      return {
        check: (value) => `typeof ${value} === 'string'`,
        values: undefined,
        coerce: (value) => (Number.isInteger(value) ? String(value) : undefined),
      };
    default:
      return {
        check: (value) => `(${value} !== undefined && ${value} !== null)`,
        values: undefined,
        coerce: none,
      };
  }
}

/** Reads a value that the check of a leaf rejects: null and a fault where the type does not allow it. */
export function leafReader(
  { coerce }: Leaf,
  typeName: string,
  required: boolean,
  coordinate: string,
): (found: unknown, faults: Fault[], at: string | number) => unknown {
  return (found, faults, at) => {
    if (found === undefined) {
      return wrong(faults, at, 'an answer', coordinate);
    }
    const coerced = found === null ? null : coerce(found);
    if (coerced === undefined) {
      return wrong(faults, at, `a value of ${typeName}`, coordinate);
    }
    return coerced === null && required ? absent(faults, at, coordinate) : coerced;
  };
}
