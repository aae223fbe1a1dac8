import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY, CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';

const SCOPE = 'governance-center.case:read';

const cases = statement<CaseRow>(
  `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE c.number = ANY($1::text[]) AND ${CASE_BOUNDARY}`,
);

/** The case of a number; a merged one still answers. */
export const caseByNumber = recordLoader<CaseRow>({
  scope: SCOPE,
  discloses: null,
  read: (numbers, { database, areas, subjects }) => database.query(cases, [numbers, areas, subjects]),
  keysOf: ({ number }) => number,
});

/** A case as the graph passes it on: its number, and the row where a list has read it already. */
export type CaseReference = Pick<CaseRow, 'number'> & Partial<CaseRow>;

/** The row of a case; one that a list brought serves only a viewer whose scope reaches every case of the areas. */
function readCase(context: SubgraphContext, reference: CaseReference): CaseRow | Promise<CaseRow | null> {
  const isRead = reference.status !== undefined && context.reach(SCOPE) === 'areas';
  return isRead ? (reference as CaseRow) : caseByNumber.load(context, reference.number);
}

/** Resolves a field from the case's row, without a promise where a list has read the row already. */
export const fromRow =
  <Value>(read: (row: CaseRow, context: SubgraphContext) => Value | Promise<Value>) =>
  (reference: CaseReference, _args: object, context: SubgraphContext): Value | Promise<Value | null> => {
    const row = readCase(context, reference);
    if (row instanceof Promise) return row.then((found) => (found ? read(found, context) : null));
    return read(row, context) as Value;
  };
