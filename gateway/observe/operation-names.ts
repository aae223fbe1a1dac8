import { boundedNames } from './bounded-names.ts';

/** What an operation is called where it is counted, traced and logged. */
export type ToldOperation = (name: string | undefined) => string;

/** A name without a long row of digits, which could be somebody's number. */
const SHAPE = /^(?!.*\d{5})[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const MOST_NAMES = 200;

/**
 * Tells names of `known` operations, and where `anyName` holds any that is short and plain besides, of all at most 200;
 * `anonymous` for an operation without a name, `other` for the rest.
 */
export function toldOperations(known: ReadonlySet<string>, anyName: boolean): ToldOperation {
  const told = boundedNames(SHAPE, MOST_NAMES, 'other');
  return (name) => {
    if (!name) return 'anonymous';
    return anyName || known.has(name) ? told(name) : 'other';
  };
}
