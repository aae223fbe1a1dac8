import type { NormalisationRule } from './column-rule.ts';

/** Is told each rule that put something right in a cell. */
export type Note = (rule: NormalisationRule) => void;

/** The cell without surrounding space, full-width characters folded to ASCII; notes what it did. */
export function foldCell(raw: string, note: Note): string {
  const trimmed = trimCell(raw, note);
  const folded = trimmed.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (folded !== trimmed) note('full-width');
  return folded;
}

/** The cell folded as by {@link foldCell} and in upper case. */
export function foldNumber(raw: string, note: Note): string {
  const folded = foldCell(raw, note);
  const upper = folded.toUpperCase();
  if (upper !== folded) note('lower-case');
  return upper;
}

/** The cell without surrounding space, the ideographic one included; notes if there was any. */
export function trimCell(raw: string, note: Note): string {
  const trimmed = raw.trim();
  // Space alone is an empty cell, not one put right.
  if (trimmed.length !== raw.length && trimmed !== '') note('surrounding-space');
  return trimmed;
}
