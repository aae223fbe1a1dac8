import { COMPOUND_SURNAMES } from './compound-surnames.ts';

/**
 * A name of which the surname alone is left: 魏*, 魏**, 欧阳**. A given name of two or more characters shows as two
 * stars. Names that are not Chinese or hold a middle dot keep their first letter and two stars; a name of one character
 * keeps nothing. Characters outside the basic plane count as one.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return `${characters[0]}**`;
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const surname = characters.slice(0, compound ? 2 : 1);
  return surname.join('') + '*'.repeat(Math.min(characters.length - surname.length, 2));
}
