/**
 * Whether a canonical text can be a passport number (GA/T 517 code 414; any issuing country): 5 to 17 letters and
 * digits. More than ten digits in a row are refused: no passport has them, but a resident number with a character
 * lost and a mobile number do, and neither may pass for a passport.
 */
export function isPassportNumber(text: string): boolean {
  return /^[A-Z0-9]{5,17}$/.test(text) && /\d/.test(text) && !/\d{11}/.test(text);
}
