/** What was done to a number as it came to bring it to its canonical form. */
export type NormalisationRule = 'full-width' | 'lower-case' | 'fifteen-to-eighteen' | 'surrounding-space';

/** The shared list of an already canonical number. */
export const NO_RULES: readonly NormalisationRule[] = Object.freeze([]);

/**
 * Strips surrounding space (the ideographic one included), folds full-width letters and digits to ASCII and letters to
 * upper case, and says which of these it did, in that order.
 */
export function normalise(raw: string): { text: string; rules: readonly NormalisationRule[] } {
  const rules: NormalisationRule[] = [];
  let text = raw.trim();
  if (text.length !== raw.length) rules.push('surrounding-space');
  const halfWidth = text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (halfWidth !== text) rules.push('full-width');
  text = halfWidth.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  if (text !== halfWidth) rules.push('lower-case');
  return { text, rules: rules.length === 0 ? NO_RULES : rules };
}
