import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { Refused } from '../plan/refused.ts';

const STATISTICS = /:statistics$/;

/**
 * What still answers while the ledger cannot be written: of what the viewer may see, figures and open reference data.
 * Everything else is LEDGER_UNAVAILABLE.
 */
export function withoutPeople(
  refused: Refused,
  { scopes }: Pick<Viewer, 'scopes'>,
  required: ReadonlyMap<string, string[][]>,
): Refused {
  const figures = new Set(scopes.filter((scope) => STATISTICS.test(scope)));
  return {
    key: `without people|${refused.key}`,
    refusalOf(typeName, fieldName) {
      const own = refused.refusalOf(typeName, fieldName);
      if (own) return own;
      const alternatives = required.get(`${typeName}.${fieldName}`);
      if (!alternatives || alternatives.some((needed) => needed.every((scope) => figures.has(scope)))) return undefined;
      return 'LEDGER_UNAVAILABLE';
    },
  };
}

/** The answer to a request of which nothing can be told while the ledger cannot be written. */
export const nothingTold = (): ExecutionResult => ({
  data: null,
  errors: [
    new GraphQLError('The ledger cannot be written, so no personal data is given out. Try again later.', {
      extensions: { code: 'LEDGER_UNAVAILABLE' },
    }),
  ],
});
