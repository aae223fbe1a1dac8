/**
 * A document number of which the first six and the last two characters are left, its length kept: inside one district
 * the first six tell nothing, while the last four with a birth date would identify. Numbers of fewer than fifteen
 * characters (passports) keep the first and the last two, those of fewer than six nothing.
 */
export function maskIdNumber(number: string): string {
  const { length } = number;
  if (length < 6) return '*'.repeat(length);
  const shown = length < 15 ? 1 : 6;
  return number.slice(0, shown) + '*'.repeat(length - shown - 2) + number.slice(-2);
}
