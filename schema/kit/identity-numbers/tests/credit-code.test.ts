import { describe, expect, it } from 'vitest';
import { creditCodeCheckCharacter, isCreditCode } from '../credit-code.ts';

describe('isCreditCode', () => {
  it('accepts the published example and notices every changed character', () => {
    const known = '91350100M000100Y43';
    expect(isCreditCode(known)).toBe(true);
    for (let at = 0; at < 18; at++) {
      for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        const changed = known.slice(0, at) + character + known.slice(at + 1);
        expect(isCreditCode(changed)).toBe(changed === known);
      }
    }
  });
  it('refuses the letters that the alphabet leaves out, lower case and other lengths', () => {
    for (const letter of 'IOSVZ') expect(isCreditCode(`91350100M00010${letter}Y43`.slice(0, 18))).toBe(false);
    for (const text of ['', '91350100m000100y43', '91350100M000100Y4', '91350100M000100Y433', ' 91350100M000100Y43']) {
      expect(isCreditCode(text)).toBe(false);
    }
    expect(creditCodeCheckCharacter('91350100M000100I4')).toBeUndefined();
  });
  it('accepts what is completed with the computed character', () => {
    for (let step = 0; step < 500; step++) {
      const seventeen = `91330898MA${String(step * 1999).padStart(7, '0')}`;
      expect(isCreditCode(seventeen + creditCodeCheckCharacter(seventeen))).toBe(true);
    }
  });
});
