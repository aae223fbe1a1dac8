import { creditCodeCheckCharacter } from '../kit/identity-numbers/credit-code.ts';

/**
 * A unified social credit code (GB 32100-2015) of the impossible division 330898 with a valid check character.
 * `authority` is its first two characters (11 government body, 52 social body, 91 company); `serial` below 10^8.
 */
export function creditCode(authority: string, serial: number): string {
  const body = `${authority}330898MA${String(serial).padStart(7, '0')}`;
  return body + creditCodeCheckCharacter(body);
}
