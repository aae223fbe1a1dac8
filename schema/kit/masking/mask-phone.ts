/**
 * A phone number of which the first three and the last two characters are left, its length kept; fewer than eight
 * characters keep nothing.
 */
export function maskPhone(phone: string): string {
  const { length } = phone;
  return length < 8 ? '*'.repeat(length) : `${phone.slice(0, 3)}${'*'.repeat(length - 5)}${phone.slice(-2)}`;
}
