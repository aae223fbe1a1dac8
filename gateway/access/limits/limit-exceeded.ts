import type { Limits } from './limits.ts';

/** What is limited, in words, with the code that tells it. */
const told: Readonly<Record<keyof Limits, readonly [code: string, what: string]>> = {
  bodyBytes: ['LIMIT_BODY', 'a body of at most # bytes'],
  characters: ['LIMIT_CHARACTERS', 'a document of at most # characters'],
  tokens: ['LIMIT_TOKENS', 'a document of at most # tokens'],
  operations: ['LIMIT_OPERATIONS', 'at most # operations in a document'],
  fragments: ['LIMIT_FRAGMENTS', 'at most # fragments in a document'],
  depth: ['LIMIT_DEPTH', 'selections at most # deep'],
  aliases: ['LIMIT_ALIASES', 'at most # aliases, fragments written out'],
  directives: ['LIMIT_DIRECTIVES', 'at most # directives in a document'],
  rootFields: ['LIMIT_ROOT_FIELDS', 'at most # root fields in an operation'],
  selections: ['LIMIT_SELECTIONS', 'at most # selections, fragments written out'],
  repeats: ['LIMIT_REPEATS', 'at most # pairs of selections under the same name'],
  cost: ['LIMIT_COST', 'an operation that costs at most #'],
  variableValues: ['LIMIT_VARIABLE_VALUES', 'at most # values in the variables'],
  variableDepth: ['LIMIT_VARIABLE_DEPTH', 'variables nested at most # deep'],
};

/** A request that is larger than it may be. */
export class LimitExceeded extends Error {
  readonly code: string;
  readonly limit: number;
  /** How much came, or the first number too many where nobody counted further. */
  readonly found: number;

  constructor(kind: keyof Limits, limit: number, found: number) {
    const [code, what] = told[kind];
    super(`Expected ${what.replace('#', String(limit))}, found ${found}.`);
    this.code = code;
    this.limit = limit;
    this.found = found;
  }
}

/** Throws {@link LimitExceeded} where more was found than may be. */
export function within(limits: Limits, kind: keyof Limits, found: number): void {
  if (found > limits[kind]) throw new LimitExceeded(kind, limits[kind], found);
}
