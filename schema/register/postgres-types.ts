import pg from 'pg';

type Parser = (text: string) => unknown;

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;
const arrays = { date: 1182, int8: 1016, timestamptz: 1185, text: 1009 } as const;
const eightHours = 8 * 3_600_000;

const textArray = pg.types.getTypeParser(arrays.text as never) as (text: string) => (string | null)[];
const arrayOf = (parse: Parser) => (text: string) =>
  textArray(text).map((item) => (item === null ? null : parse(item)));
const asItStands: Parser = (text) => text;

const parsers = new Map<number, Parser>([
  [DATE, asItStands],
  [INT8, Number],
  [TIMESTAMPTZ, rfc3339],
  [arrays.date, textArray],
  [arrays.int8, arrayOf(Number)],
  [arrays.timestamptz, arrayOf((text) => rfc3339(text))],
]);

/**
 * How a register's values arrive: a date as `YYYY-MM-DD`, a timestamptz as RFC 3339 in China's time (+08:00) with at
 * most milliseconds, a numeric as its digits, an int8 as a number; everything else as pg has it.
 */
export const registerTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    const parser = format === 'binary' ? undefined : parsers.get(oid);
    return parser ?? (pg.types.getTypeParser(oid, format as 'text') as Parser);
  },
} as pg.CustomTypesConfig;

/** Writes PostgreSQL's `2026-01-02 03:04:05.123456+08` as `2026-01-02T03:04:05.123+08:00`. */
export function rfc3339(text: string): string {
  if (text.charCodeAt(4) !== 45 || !text.endsWith('+08')) return convert(text);
  const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}`;
  if (text.length === 22) return `${seconds}+08:00`;
  return `${seconds}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}+08:00`;
}

// Other offsets come from other session time zones, and from China's own before 1949 and in the summers of 1986–1991.
function convert(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/.exec(text);
  if (match === null) return text;
  const [, date, time, fraction, sign, hours, minutes = '0', seconds = '0'] = match;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000);
  const local = new Date(Date.parse(`${date}T${time}Z`) - offset + eightHours).toISOString().slice(0, 19);
  return `${local}${fraction === undefined ? '' : `.${fraction.padEnd(3, '0').slice(0, 3)}`}+08:00`;
}
