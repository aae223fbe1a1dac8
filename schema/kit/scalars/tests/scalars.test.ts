import {
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
  validate,
  valueFromAST,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateScalar } from '../date.ts';
import { DateTimeScalar } from '../date-time.ts';

describe('Date', () => {
  it('passes real dates in both directions', () => {
    expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(DateScalar.serialize('2024-02-29')).toBe('2024-02-29');
    expect(DateScalar.serialize(new Date('2024-02-29T00:00:00Z'))).toBe('2024-02-29');
    expect(valueFromAST({ kind: Kind.STRING, value: '2024-02-29' }, DateScalar)).toBe('2024-02-29');
  });
  it('refuses what is no date in any direction, without repeating it', () => {
    for (const value of [
      '1990-02-30',
      '19900228',
      '1990-02-28T00:00:00Z',
      '',
      19900228,
      null,
      undefined,
      {},
      ['1990-02-28'],
    ]) {
      for (const way of [() => DateScalar.parseValue(value), () => DateScalar.serialize(value)]) {
        expect(way).toThrow(GraphQLError);
        expect(way).toThrow(/^Expected a calendar date written YYYY-MM-DD; /);
        expect(way).not.toThrow(/1990/);
      }
    }
    expect(() => DateScalar.serialize(new Date('2024-02-29T08:00:00Z'))).toThrow('Expected a calendar date');
    expect(() => DateScalar.serialize(new Date(Number.NaN))).toThrow('Expected a calendar date');
  });
  it('keeps a literal out of the messages of validation', () => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { at: { type: GraphQLString, args: { day: { type: DateScalar } } } },
      }),
    });
    for (const literal of ['"1990-02-30"', '19900230', '{ day: 19900230 }']) {
      const [error] = validate(schema, parse(`{ at(day: ${literal}) }`));
      expect(error?.message).toMatch(/^Expected a calendar date/);
      expect(error?.message).not.toContain('1990');
      expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('DateTime', () => {
  it('brings every offset to +08:00 and keeps the fraction', () => {
    for (const [written, expected] of [
      ['2026-04-30T16:00:00Z', '2026-05-01T00:00:00+08:00'],
      ['2026-04-30t16:00:00.120z', '2026-05-01T00:00:00.120+08:00'],
      ['2026-04-30T23:59:59.123456789+08:00', '2026-04-30T23:59:59.123456789+08:00'],
      ['2026-12-31T20:30:00-05:30', '2027-01-01T10:00:00+08:00'],
      ['1988-07-01T00:00:00+09:00', '1988-06-30T23:00:00+08:00'],
    ] as const) {
      expect(DateTimeScalar.parseValue(written)).toBe(expected);
      expect(Date.parse(expected)).toBe(Date.parse(written));
      expect(valueFromAST({ kind: Kind.STRING, value: written }, DateTimeScalar)).toBe(expected);
    }
  });
  it('answers valid text as it stands and JavaScript dates at +08:00', () => {
    expect(DateTimeScalar.serialize('2026-04-30T16:00:00Z')).toBe('2026-04-30T16:00:00Z');
    expect(DateTimeScalar.serialize(new Date('2026-04-30T16:00:00Z'))).toBe('2026-05-01T00:00:00+08:00');
  });
  it('refuses what is no instant, without repeating it', () => {
    for (const value of [
      '2026-04-30',
      '2026-04-30T16:00:00',
      '2026-04-30 16:00:00Z',
      '2026-04-30T16:00Z',
      '2026-02-30T16:00:00Z',
      '2026-04-30T24:00:00Z',
      '2026-04-30T16:60:00Z',
      '2026-04-30T16:00:60Z',
      '2026-04-30T16:00:00.Z',
      '2026-04-30T16:00:00+0800',
      '2026-04-30T16:00:00+24:00',
      '2026-04-30T16:00:00+08:00 ',
      '9999-12-31T23:00:00Z',
      1_777_564_800_000,
      null,
      new Date(Number.NaN),
    ]) {
      expect(() => DateTimeScalar.parseValue(value), String(value)).toThrow(GraphQLError);
      expect(() => DateTimeScalar.parseValue(value)).not.toThrow(/2026-04|1777|9999/);
    }
    expect(() => DateTimeScalar.serialize('yesterday')).toThrow(/^Expected an instant of RFC 3339/);
  });
});
