/**
 * Whether an eighteen-character number is a foreign permanent residence card in the form issued since 1 December 2023:
 * first digit 9, numbered by the rule of GB 11643-1999.
 */
export function isForeignPermanentResidence(eighteen: string): boolean {
  return eighteen.charCodeAt(0) === 57;
}

/**
 * Whether a canonical text has the older form of the card: three letters and twelve digits. Cards of both forms are
 * valid; a rule for the check digit of the older one is not published, so none is applied.
 */
export function isOlderForeignPermanentResidence(text: string): boolean {
  return /^[A-Z]{3}\d{12}$/.test(text);
}
