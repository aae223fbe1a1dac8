import { describe, expect, it } from 'vitest';
import { shortAreaName } from '../area.ts';
import { areas, isArea, isCommunity, townOf, towns, villages } from '../areas.ts';
import { currentArea, retiredAreas } from '../current-area.ts';

describe('areas', () => {
  it('holds one district, twenty towns and 295 villages and communities', () => {
    expect(towns()).toHaveLength(20);
    expect(villages()).toHaveLength(295);
    expect(areas.size).toBe(316);
    expect(areas.get('330803')).toMatchObject({ name: '衢江区', level: 'COUNTY' });
  });
  it('gives every division a parent in force whose code is its prefix', () => {
    for (const { code, parent, level } of areas.values()) {
      if (level === 'COUNTY') continue;
      expect(areas.has(parent)).toBe(true);
      expect(code.startsWith(parent)).toBe(true);
      expect(townOf(code)?.code).toBe(code.slice(0, 9));
    }
    expect(townOf('330803')).toBeUndefined();
    expect(townOf('330803001999')).toBeUndefined();
    expect(isArea('330803001001')).toBe(true);
    expect(isArea('330898')).toBe(false);
  });
  it('names divisions without their committees', () => {
    expect(areas.get('330803001001')?.shortName).toBe('临江社区');
    expect(areas.get('330803001202')?.shortName).toBe('卢家村');
    expect(shortAreaName('汉都村村委会')).toBe('汉都村');
    expect(shortAreaName('汉都村委会')).toBe('汉都村');
    expect(shortAreaName('十里丰农场生活区')).toBe('十里丰农场生活区');
    for (const { shortName } of villages()) expect(shortName).not.toMatch(/委会$|^$/);
  });
  it('tells communities from villages', () => {
    expect(isCommunity('330803001001')).toBe(true);
    expect(isCommunity('330803001202')).toBe(false);
    expect(isCommunity('330803001')).toBe(false);
    expect(isCommunity('unknown')).toBe(false);
    expect(villages().filter(({ code }) => isCommunity(code))).toHaveLength(15);
  });
});

describe('currentArea', () => {
  it('leads every retired code to a successor in the same town', () => {
    expect(retiredAreas()).toHaveLength(12);
    for (const code of retiredAreas()) {
      const current = currentArea(code);
      expect(current?.retired).toBe(true);
      expect(townOf(current?.code ?? '')?.code).toBe(code.slice(0, 9));
    }
  });
  it('leaves codes in force alone and knows no others', () => {
    expect(currentArea('330803001001')).toEqual({ code: '330803001001', retired: false });
    expect(currentArea('330898001001')).toBeUndefined();
    expect(currentArea('')).toBeUndefined();
  });
});
