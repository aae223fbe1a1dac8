import { describe, expect, it } from 'vitest';
import { ringOfSecrets } from '../../keys/secret-ring.ts';
import { createRegisterSeal, placeOf } from '../register-seal.ts';

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const sealWith = (...keys: Buffer[]) =>
  createRegisterSeal({ seal: ringOfSecrets(...keys), search: ringOfSecrets(...keys) });
const here = placeOf('person', 'name', ['p1']);
const seal = sealWith(first);

describe('a register’s seal', () => {
  it('seals a text so that nothing of it is seen and no two are alike', () => {
    const [one, other] = [seal.seal('魏建国', here), seal.seal('魏建国', here)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(10), 'base64').toString('utf8')).not.toContain('魏');
    expect([seal.open(one, here), seal.open(other, here), seal.openNullable(null, here)]).toEqual([
      '魏建国',
      '魏建国',
      null,
    ]);
  });

  it.each([
    ['another column', placeOf('person', 'former_name', ['p1'])],
    ['another row', placeOf('person', 'name', ['p2'])],
    ['another table', placeOf('insured_person', 'name', ['p1'])],
  ])('opens nothing in %s', (_, place) => {
    expect(() => seal.open(seal.seal('魏建国', here), place)).toThrow(/sealed for its own row/);
  });

  it('opens nothing that was altered, wherever it was, and says nothing of the row', () => {
    const value = seal.seal('魏建国', here);
    const bytes = Buffer.from(value.slice(10), 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] as number) ^ 1;
      expect(() => seal.open(value.slice(0, 10) + altered.toString('base64'), here)).toThrow(
        'Expected a value that was sealed for its own row of person.name.',
      );
    }
    expect(() => seal.open(value.slice(0, 20), here)).toThrow(/sealed for its own row/);
  });

  it('seals under the newest key after a rotation and opens what older keys sealed until they are retired', () => {
    const value = seal.seal('浙江省', here);
    const rotated = sealWith(second, first);
    expect(rotated.open(value, here)).toBe('浙江省');
    expect([rotated.isFresh(value), rotated.isFresh(rotated.seal('浙江省', here)), rotated.isFresh('浙江省')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(() => sealWith(second).open(value, here)).toThrow(/Expected the key of a sealed value of person.name/);
  });

  it('takes no clear text for a sealed one, but to seal it', () => {
    expect(() => seal.open('魏建国', here)).toThrow(/sealed for its own row/);
    expect(seal.openEvenClear('魏建国', here)).toBe('魏建国');
    expect(seal.openEvenClear(seal.seal('魏建国', here), here)).toBe('魏建国');
  });

  it('seals and opens nothing without keys', () => {
    expect(() => createRegisterSeal(null).seal('魏建国', here)).toThrow(/Expected the keys/);
    expect(() => createRegisterSeal(null).open(seal.seal('魏建国', here), here)).toThrow(/Expected the keys/);
  });

  it('finds equal texts by tokens under every key', () => {
    const rotated = sealWith(second, first);
    expect(rotated.tokens('魏建国', '1960-01-01')).toEqual([
      rotated.token('魏建国', '1960-01-01'),
      seal.token('魏建国', '1960-01-01'),
    ]);
    expect(seal.token('魏建国', '1960-01-01')).not.toBe(seal.token('魏建国', '1960-01-02'));
    expect(seal.token('魏建国1', '960-01-01')).not.toBe(seal.token('魏建国', '1960-01-01'));
  });
});
