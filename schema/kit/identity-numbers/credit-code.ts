const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/**
 * Whether the text is a unified social credit code (统一社会信用代码) in canonical form: eighteen characters of the
 * alphabet without I, O, S, V and Z, six digits for the division, and a right check character (GB 32100-2015).
 */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(text) && creditCodeCheckCharacter(text) === text.charAt(17);
}

/**
 * The check character that GB 32100-2015 appends to the first seventeen characters, or undefined if they leave its
 * alphabet: 31 minus the sum of values weighted 3^(i-1) mod 31, modulo 31.
 */
export function creditCodeCheckCharacter(text: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index++) {
    const value = VALUES.get(text.charAt(index));
    if (value === undefined) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
