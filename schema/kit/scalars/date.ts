import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../calendar/day.ts';
import { invalidScalar } from './invalid-scalar.ts';

const EXPECTED = 'a calendar date written YYYY-MM-DD';
const MIDNIGHT = 'T00:00:00.000Z';

/**
 * A real calendar date without time or zone, written YYYY-MM-DD (GB/T 7408, RFC 3339 full-date), in both directions.
 * A JavaScript Date is answered too if it stands at midnight UTC, the form in which Prisma hands out dates.
 */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date, YYYY-MM-DD, in China (日期).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize(value) {
    if (typeof value === 'string' && isDay(value)) return value;
    const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : '';
    if (text.length === 24 && text.endsWith(MIDNIGHT)) return text.slice(0, 10);
    throw invalidScalar(EXPECTED, value);
  },
  parseValue(value) {
    if (typeof value === 'string' && isDay(value)) return value;
    throw invalidScalar(EXPECTED, value);
  },
  parseLiteral(node) {
    if (node.kind === Kind.STRING && isDay(node.value)) return node.value;
    throw invalidScalar(EXPECTED, 'value' in node ? node.value : undefined);
  },
});
