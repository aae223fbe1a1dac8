import { describe, expect, it } from 'vitest';
import { maskIdNumber } from '../mask-id-number.ts';
import { maskName } from '../mask-name.ts';
import { maskPhone } from '../mask-phone.ts';

describe('maskName', () => {
  it('keeps the surname, a compound one whole', () => {
    for (const [name, masked] of [
      ['魏强', '魏*'],
      ['魏国强', '魏**'],
      ['张王国强', '张**'],
      ['欧阳强', '欧阳*'],
      ['欧阳国强', '欧阳**'],
      ['诸葛明', '诸葛*'],
      ['欧阳', '欧*'],
      ['𠮷国强', '𠮷**'],
      ['魏𠮷', '魏*'],
      [' 魏国强 ', '魏**'],
    ] as const) {
      expect(maskName(name)).toBe(masked);
    }
  });
  it('keeps one letter of names of other kinds, and nothing of a single character', () => {
    expect(maskName('John Smith')).toBe('J**');
    expect(maskName('阿依古丽·买买提')).toBe('阿**');
    expect(maskName('魏')).toBe('*');
    expect(maskName('')).toBe('');
  });
  it('shows no more of what is masked already', () => {
    for (const masked of ['魏*', '魏**', 'J**']) expect(maskName(masked)).toBe(`${masked[0]}**`);
  });
});

describe('maskIdNumber', () => {
  it('shows the first six and the last two at most, in the same length', () => {
    expect(maskIdNumber('33089819491231003X')).toBe('330898**********3X');
    expect(maskIdNumber('330898491231003')).toBe('330898*******03');
    expect(maskIdNumber('E12345678')).toBe('E******78');
    for (let length = 0; length <= 20; length++) {
      const masked = maskIdNumber('7'.repeat(length));
      expect(masked).toHaveLength(length);
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(8);
      if (length > 0) expect(masked).toContain('*'.repeat(Math.ceil(length / 3)));
    }
  });
});

describe('maskPhone', () => {
  it('shows the first three and the last two, in the same length', () => {
    expect(maskPhone('19900001234')).toBe('199******34');
    expect(maskPhone('0570-8765432')).toBe('057*******32');
    expect(maskPhone('110')).toBe('***');
    expect(maskPhone('')).toBe('');
  });
});
