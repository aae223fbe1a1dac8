import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, instantText, isDay, monthOf, startOfDay, startOfMonth } from '../day.ts';

describe('isDay', () => {
  it('knows every day of four centuries and none besides', () => {
    for (let time = Date.UTC(1850, 0, 1); time < Date.UTC(2150, 0, 1); time += 86_400_000) {
      if (!isDay(new Date(time).toISOString().slice(0, 10))) throw new Error(`day ${time} was refused`);
    }
    for (const text of [
      '1990-02-29',
      '1900-02-29',
      '2000-02-30',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
    ])
      expect(isDay(text)).toBe(false);
    for (const text of ['', '2024-1-1', '20240101', '2024-01-01T', '２０２４-01-01', '2024/01/01', '0000-01-01'])
      expect(isDay(text)).toBe(false);
    expect(isDay('2000-02-29')).toBe(true);
  });
});

describe('dayOf', () => {
  it('turns the day at midnight in China, not in Greenwich', () => {
    expect(dayOf('2026-04-30T15:59:59Z')).toBe('2026-04-30');
    expect(dayOf('2026-04-30T16:00:00Z')).toBe('2026-05-01');
    expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
    expect(dayOf('2026-04-30T23:59:59.999+08:00')).toBe('2026-04-30');
    expect(dayOf('2026-04-30T23:30:00-05:00')).toBe('2026-05-01');
  });
  it('keeps to eight hours in the summers in which clocks were moved', () => {
    expect(dayOf('1988-07-01T15:30:00Z')).toBe('1988-07-01');
  });
  it('refuses what is no instant, without repeating it', () => {
    for (const text of ['2026-04-30', 'secret', '2026-04-30T10:00:00', '2026-02-30T10:00:00+08:00x']) {
      expect(() => dayOf(text)).toThrow(RangeError);
      expect(() => dayOf(text)).not.toThrow(text);
    }
  });
});

describe('months and ranges', () => {
  it('names months and their first days', () => {
    expect(monthOf('2026-04-30T16:00:00Z')).toBe('2026-05');
    expect(monthOf('2026-04-30')).toBe('2026-04');
    expect(startOfMonth('2026-04')).toBe('2026-04-01');
    expect(startOfMonth('2026-04-30')).toBe('2026-04-01');
    expect(() => startOfMonth('2026-13')).toThrow(RangeError);
  });
  it('starts a day at midnight in China', () => {
    expect(startOfDay('2026-05-01')).toBe('2026-05-01T00:00:00+08:00');
    expect(dayOf(startOfDay('2026-05-01'))).toBe('2026-05-01');
    expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
  });
  it('counts and adds days as each other’s reverse', () => {
    for (const days of [-40_000, -1, 0, 1, 28, 365, 1461]) {
      expect(daysBetween('2024-02-29', addDays('2024-02-29', days))).toBe(days);
    }
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
  it('writes instants at +08:00, milliseconds only if there are any', () => {
    expect(instantText(new Date('2026-04-30T16:00:00Z'))).toBe('2026-05-01T00:00:00+08:00');
    expect(instantText(new Date('2026-04-30T16:00:00.120Z'))).toBe('2026-05-01T00:00:00.120+08:00');
  });
});
