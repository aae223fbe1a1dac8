import type { Limits } from '../access/limits/limits.ts';

const MEBIBYTE = 1 << 20;

/** Limits that keep a request from taking the process down, and no more: what subgraphs bear is theirs to say. */
export const openLimits: Limits = {
  bodyBytes: 16 * MEBIBYTE,
  characters: 4 * MEBIBYTE,
  tokens: 200_000,
  operations: 1_000,
  fragments: 2_000,
  depth: 200,
  aliases: 20_000,
  directives: 20_000,
  rootFields: 20_000,
  selections: 100_000,
  repeats: 100_000,
  cost: Number.POSITIVE_INFINITY,
  variableValues: 1_000_000,
  variableDepth: 100,
};
