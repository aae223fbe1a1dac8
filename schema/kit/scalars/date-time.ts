import { GraphQLScalarType, Kind } from 'graphql';
import { instantText } from '../calendar/day.ts';
import { isInstant, normaliseInstant } from '../calendar/instant.ts';
import { invalidScalar } from './invalid-scalar.ts';

const EXPECTED = 'an instant of RFC 3339 with an offset, such as 2026-05-01T08:00:00+08:00,';

/**
 * An instant written as RFC 3339 with an offset. What comes in is normalised to +08:00, so that a register compares and
 * stores one form; valid text goes out as it stands, a JavaScript Date goes out at +08:00.
 */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 with an offset; days and months begin in China, +08:00 (时间).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize(value) {
    if (typeof value === 'string' && isInstant(value)) return value;
    if (value instanceof Date && !Number.isNaN(value.getTime())) return instantText(value);
    throw invalidScalar(EXPECTED, value);
  },
  parseValue: normalised,
  parseLiteral: (node) => normalised(node.kind === Kind.STRING ? node.value : undefined),
});

function normalised(value: unknown): string {
  const text = typeof value === 'string' ? normaliseInstant(value) : undefined;
  if (text === undefined) throw invalidScalar(EXPECTED, value);
  return text;
}
