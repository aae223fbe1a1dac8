import { describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/day.ts';
import { checkCharacter, hasCheckCharacter } from '../check-character.ts';
import { readIdentityNumber } from '../identity-number.ts';
import { permitRegion } from '../permit.ts';
import { composeResidentId, fifteenToEighteen, residentIdParts } from '../resident-id.ts';

const KNOWN_GOOD = ['11010519491231002X', '440524188001010014', '34052419800101001X'];

function canonicalOf(raw: string): string | undefined {
  const number = readIdentityNumber(raw);
  return number.ok ? number.canonical : undefined;
}

function* syntheticNumbers(): Generator<string> {
  for (let step = 0; step < 3000; step++) {
    yield composeResidentId('330898', addDays('1930-01-01', step * 11), (step * 37) % 1000);
  }
}

describe('readIdentityNumber', () => {
  it('accepts the published examples unchanged', () => {
    for (const canonical of KNOWN_GOOD) {
      expect(readIdentityNumber(canonical)).toEqual({ ok: true, canonical, kind: 'RESIDENT_ID', rules: [] });
    }
  });
  it('accepts every composed number and refuses it with any other check character', () => {
    for (const canonical of syntheticNumbers()) {
      expect(canonicalOf(canonical)).toBe(canonical);
      for (const wrong of '0123456789X') {
        if (wrong === canonical.at(17)) continue;
        const reason = 'ID_NUMBER_CHECK_CHARACTER';
        expect(readIdentityNumber(canonical.slice(0, 17) + wrong)).toEqual({ ok: false, reason });
      }
    }
  });
  it('notices every single wrong digit and every swap of neighbours', () => {
    for (const canonical of KNOWN_GOOD) {
      for (let at = 0; at < 17; at++) {
        for (let digit = 0; digit <= 9; digit++) {
          const changed = canonical.slice(0, at) + digit + canonical.slice(at + 1);
          if (changed !== canonical) expect(readIdentityNumber(changed).ok).toBe(false);
        }
        const swapped = canonical.slice(0, at) + canonical[at + 1] + canonical[at] + canonical.slice(at + 2);
        if (swapped !== canonical) expect(readIdentityNumber(swapped).ok).toBe(false);
      }
    }
  });
  it('brings every way of writing a number to one form and says how', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    const canonical = '11010519491231002X';
    expect(readIdentityNumber('11010519491231002x')).toMatchObject({ canonical, rules: ['lower-case'] });
    expect(readIdentityNumber(wide(canonical))).toMatchObject({ canonical, rules: ['full-width'] });
    expect(readIdentityNumber(`\t${canonical}\u3000`)).toMatchObject({ canonical, rules: ['surrounding-space'] });
    expect(readIdentityNumber(` ${wide(canonical.toLowerCase())}`)).toMatchObject({
      canonical,
      rules: ['surrounding-space', 'full-width', 'lower-case'],
    });
    expect(readIdentityNumber('110105491231002')).toMatchObject({ canonical, rules: ['fifteen-to-eighteen'] });
    expect(readIdentityNumber(`${wide('110105491231002')} `)).toMatchObject({
      canonical,
      rules: ['surrounding-space', 'full-width', 'fifteen-to-eighteen'],
    });
  });
  it('is idempotent, and the fifteen-digit form of a number leads back to it', () => {
    for (const canonical of syntheticNumbers()) {
      if (!canonical.startsWith('19', 6)) continue;
      const fifteen = canonical.slice(0, 6) + canonical.slice(8, 17);
      expect(fifteenToEighteen(fifteen)).toBe(canonical);
      expect(canonicalOf(fifteen)).toBe(canonical);
    }
  });
  it('refuses a date that is in no calendar', () => {
    for (const date of ['19900229', '19901301', '19900431', '19900100', '17991231', '21000101', '00000000']) {
      const seventeen = `330898${date}001`;
      const reason = 'ID_NUMBER_BIRTH_DATE';
      expect(readIdentityNumber(seventeen + checkCharacter(seventeen))).toEqual({ ok: false, reason });
    }
    expect(readIdentityNumber('330898900229001')).toEqual({ ok: false, reason: 'ID_NUMBER_BIRTH_DATE' });
  });
  it('tells a missing number from a malformed one', () => {
    for (const raw of ['', ' ', '\u3000\t']) {
      expect(readIdentityNumber(raw)).toEqual({ ok: false, reason: 'ID_NUMBER_MISSING' });
    }
    for (const raw of [
      '无',
      '-',
      'X1010519491231002X',
      '1101051949123100XX',
      '11010519491231002',
      '1101051949123100X',
      '11010519491231002XX',
      '110105 19491231002X',
      '01010519491231002X',
      '801105194912310020',
      '19900000001',
      '830898900101001',
      '11010519491231002Y',
    ]) {
      expect(readIdentityNumber(raw), raw).toEqual({ ok: false, reason: 'ID_NUMBER_FORMAT' });
    }
  });
  it('knows residence permits, foreign cards of both forms and passports', () => {
    for (const [prefix, region] of [
      ['81', 'HKG'],
      ['82', 'MAC'],
      ['83', 'TWN'],
    ] as const) {
      const permit = composeResidentId(`${prefix}9998`, '1985-07-06', 12);
      expect(readIdentityNumber(permit)).toMatchObject({ canonical: permit, kind: 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT' });
      expect(permitRegion(permit)).toBe(region);
    }
    const card = composeResidentId('999998', '1985-07-06', 13);
    expect(readIdentityNumber(card)).toMatchObject({ canonical: card, kind: 'FOREIGN_PERMANENT_RESIDENCE' });
    expect(readIdentityNumber('usa330098507061')).toMatchObject({
      canonical: 'USA330098507061',
      kind: 'FOREIGN_PERMANENT_RESIDENCE',
      rules: ['lower-case'],
    });
    for (const canonical of ['E12345678', 'K1234567A', '123456789', 'AB123']) {
      expect(readIdentityNumber(canonical)).toEqual({ ok: true, canonical, kind: 'PASSPORT', rules: [] });
    }
  });
});

describe('residentIdParts', () => {
  it('reads area, birth date and sex', () => {
    expect(residentIdParts('11010519491231002X')).toEqual({
      areaCode: '110105',
      birthDate: '1949-12-31',
      sex: 'FEMALE',
    });
    expect(residentIdParts('440524188001010014')).toEqual({ areaCode: '440524', birthDate: '1880-01-01', sex: 'MALE' });
  });
  it('gives back what a number was composed of', () => {
    for (const canonical of syntheticNumbers()) {
      const { areaCode, birthDate, sex } = residentIdParts(canonical);
      const sequence = Number(canonical.slice(14, 17));
      expect(sex).toBe(sequence % 2 === 1 ? 'MALE' : 'FEMALE');
      expect(composeResidentId(areaCode, birthDate, sequence)).toBe(canonical);
      expect(hasCheckCharacter(canonical)).toBe(true);
    }
  });
  it('composes nothing from parts that cannot be', () => {
    expect(() => composeResidentId('33089', '1990-01-01', 1)).toThrow('six digits');
    expect(() => composeResidentId('330898', '1990-02-29', 1)).toThrow('calendar day');
    expect(() => composeResidentId('330898', '1990-01-01', 1000)).toThrow('0 to 999');
  });
});
