import { z } from 'zod';

const atMost = (most: number) => z.coerce.number().int().min(1).default(most);

/** The environment variables that set the limits, each with its default. */
export const limitSettings = {
  HUB_LIMIT_BODY_BYTES: atMost(262_144),
  HUB_LIMIT_CHARACTERS: atMost(16_384),
  HUB_LIMIT_TOKENS: atMost(1_500),
  HUB_LIMIT_OPERATIONS: atMost(10),
  HUB_LIMIT_FRAGMENTS: atMost(50),
  HUB_LIMIT_DEPTH: atMost(25),
  HUB_LIMIT_ALIASES: atMost(100),
  HUB_LIMIT_DIRECTIVES: atMost(50),
  HUB_LIMIT_ROOT_FIELDS: atMost(70),
  HUB_LIMIT_SELECTIONS: atMost(1_000),
  HUB_LIMIT_REPEATS: atMost(500),
  HUB_LIMIT_COST: atMost(30_000),
  HUB_LIMIT_VARIABLE_VALUES: atMost(2_000),
  HUB_LIMIT_VARIABLE_DEPTH: atMost(10),
};

/** How large a request may be; whatever is larger is refused before it is validated or planned. */
export interface Limits {
  readonly bodyBytes: number;
  /** Of a document's text. */
  readonly characters: number;
  readonly tokens: number;
  readonly operations: number;
  readonly fragments: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Selections of all definitions, with every fragment written out where it is spread. */
  readonly selections: number;
  /** Pairs of selections that answer under the same name at the same place, which validation compares one by one. */
  readonly repeats: number;
  /** Of an operation with its variables; see `operation-cost.ts`. */
  readonly cost: number;
  readonly variableValues: number;
  readonly variableDepth: number;
}

/** The limits that settings ask for. */
export const limitsOf = (settings: z.infer<z.ZodObject<typeof limitSettings>>): Limits => ({
  bodyBytes: settings.HUB_LIMIT_BODY_BYTES,
  characters: settings.HUB_LIMIT_CHARACTERS,
  tokens: settings.HUB_LIMIT_TOKENS,
  operations: settings.HUB_LIMIT_OPERATIONS,
  fragments: settings.HUB_LIMIT_FRAGMENTS,
  depth: settings.HUB_LIMIT_DEPTH,
  aliases: settings.HUB_LIMIT_ALIASES,
  directives: settings.HUB_LIMIT_DIRECTIVES,
  rootFields: settings.HUB_LIMIT_ROOT_FIELDS,
  selections: settings.HUB_LIMIT_SELECTIONS,
  repeats: settings.HUB_LIMIT_REPEATS,
  cost: settings.HUB_LIMIT_COST,
  variableValues: settings.HUB_LIMIT_VARIABLE_VALUES,
  variableDepth: settings.HUB_LIMIT_VARIABLE_DEPTH,
});

/** The limits where nothing sets others. */
export const defaultLimits: Limits = limitsOf(z.object(limitSettings).parse({}));
