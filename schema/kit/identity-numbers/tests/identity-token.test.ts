import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identityToken, keyedToken } from '../identity-token.ts';

const KEY = Buffer.alloc(32, 7);

describe('identityToken', () => {
  it('is HMAC-SHA-256 over kind, country and number, whatever the length of the key', () => {
    for (const length of [32, 33, 63, 64, 65, 200]) {
      const key = Buffer.alloc(length, length);
      for (let step = 0; step < 200; step++) {
        const number = `3308981990010${step}`;
        const expected = createHmac('sha256', key).update(`RESIDENT_ID\0CHN\0${number}`).digest();
        expect(identityToken(key, 'RESIDENT_ID', 'CHN', number).equals(expected)).toBe(true);
      }
    }
  });
  it('differs by kind, by country, by number and by key', () => {
    const tokens = [
      identityToken(KEY, 'PASSPORT', 'USA', '123456789'),
      identityToken(KEY, 'PASSPORT', 'GBR', '123456789'),
      identityToken(KEY, 'PASSPORT', 'USA', '123456788'),
      identityToken(KEY, 'FOREIGN_PERMANENT_RESIDENCE', 'USA', '123456789'),
      identityToken(Buffer.alloc(32, 8), 'PASSPORT', 'USA', '123456789'),
    ];
    expect(new Set(tokens.map((token) => token.toString('hex'))).size).toBe(5);
    expect(tokens.every((token) => token.length === 32)).toBe(true);
  });
  it('notices that the bytes of a key buffer were changed', () => {
    const key = Buffer.from(KEY);
    const before = identityToken(key, 'PASSPORT', 'USA', '123456789');
    key[0] = 99;
    expect(identityToken(key, 'PASSPORT', 'USA', '123456789').equals(before)).toBe(false);
  });
  it('refuses a short key and parts that could blur their borders, without repeating them', () => {
    expect(() => identityToken(Buffer.alloc(16), 'PASSPORT', 'USA', '1')).toThrow('at least 32 bytes');
    for (const number of ['12\x003', '１２３', '9'.repeat(300)]) {
      expect(() => identityToken(KEY, 'PASSPORT', 'USA', number)).toThrow(/^Expected a country of three letters/);
    }
  });
});

describe('keyedToken', () => {
  it('is the HMAC that node:crypto computes', () => {
    const key = Buffer.alloc(32, 7);
    for (const text of ['', 'HOUSEHOLD\u0000330898001', 'x'.repeat(96)]) {
      expect(keyedToken(key, text)).toEqual(createHmac('sha256', key).update(text).digest());
    }
  });
});
