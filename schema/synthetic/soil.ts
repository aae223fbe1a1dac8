import type { DirtCode } from './dirt.ts';

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Characters and the variants that registers typed for them; the importer's rule knows the same pairs. */
export const variantCharacters: Readonly<Record<string, string>> = {
  峰: '峯',
  群: '羣',
  杰: '傑',
  强: '強',
  凯: '凱',
  荣: '榮',
  华: '華',
  吴: '吳',
  陈: '陳',
  黄: '黃',
  吕: '呂',
  温: '溫',
};

/**
 * The ID number as this kind of dirt writes it; unchanged where the kind does not touch numbers or does not apply
 * (no X to lower, born outside the 1900s). `draw` in [0, 1) chooses the slip.
 */
export function soilIdNumber(code: DirtCode, idNumber: string, draw: number): string {
  switch (code) {
    case 'fifteen-digit-id':
      return idNumber.length === 18 && idNumber.slice(6, 8) === '19'
        ? idNumber.slice(0, 6) + idNumber.slice(8, 17)
        : idNumber;
    case 'lower-case-x':
      return idNumber.toLowerCase();
    case 'full-width-digits':
      return fullWidth(idNumber);
    case 'wrong-check-character': {
      const characters = '0123456789X';
      const right = characters.indexOf(idNumber.slice(-1));
      return idNumber.slice(0, -1) + characters[(right + 1 + Math.floor(draw * 10)) % 11];
    }
    case 'malformed-id':
      return draw < 0.5 ? idNumber.slice(0, -1) : `${idNumber}0`;
    default:
      return idNumber;
  }
}

/** The name with its first known character replaced by a variant; unchanged where it has none. */
export function soilName(name: string): string {
  for (const [standard, variant] of Object.entries(variantCharacters)) {
    if (name.includes(standard)) return name.replace(standard, variant);
  }
  return name;
}

/** A YYYY-MM-DD day moved into one that no calendar has. */
export function soilDate(day: string): string {
  return `${day.slice(0, 5)}02-30`;
}

/** A birth date as a clerk mistypes it: day or month off, always a real day, never the right one. */
export function shiftBirthDate(day: string, draw: number): string {
  const shifted = new Date(`${day}T00:00:00Z`);
  if (draw < 0.5) shifted.setUTCDate(shifted.getUTCDate() + 1 + Math.floor(draw * 18));
  else shifted.setUTCFullYear(shifted.getUTCFullYear() - 1 - Math.floor((draw - 0.5) * 4));
  return shifted.toISOString().slice(0, 10);
}
