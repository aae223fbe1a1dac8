const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** The check characters by remainder (GB 11643-1999). */
export const CHECK_CHARACTERS = '10X98765432';

/**
 * The check character (0–9 or X) that GB 11643-1999 (ISO 7064, MOD 11-2) appends to seventeen digits.
 * Throws a RangeError unless the text begins with seventeen ASCII digits.
 */
export function checkCharacter(seventeenDigits: string): string {
  const remainder = checkRemainder(seventeenDigits);
  if (remainder < 0) throw new RangeError('Expected seventeen digits to compute a check character from.');
  return CHECK_CHARACTERS.charAt(remainder);
}

/**
 * Whether the eighteenth character of the text is the check character of the seventeen before it (GB 11643-1999).
 */
export function hasCheckCharacter(eighteen: string): boolean {
  const remainder = checkRemainder(eighteen);
  return eighteen.length === 18 && remainder >= 0 && eighteen.charCodeAt(17) === CHECK_CHARACTERS.charCodeAt(remainder);
}

/**
 * The weighted sum of the first seventeen digits modulo 11, or -1 if one of them is no digit.
 */
export function checkRemainder(text: string): number {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const digit = text.charCodeAt(index) - 48;
    // A character code beyond the end is NaN, which fails this comparison as well.
    if (!(digit >= 0 && digit <= 9)) return -1;
    sum += digit * (WEIGHTS[index] as number);
  }
  return sum % 11;
}
