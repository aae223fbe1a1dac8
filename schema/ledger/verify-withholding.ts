import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import type { Findings } from './findings.ts';

interface Unrecorded {
  /** Such as `matter C1`. */
  readonly what: string;
  /** The last record of it; null where there is none. */
  readonly leaf: number | null;
}

// Facts that are no JSON were edited, which is found by their hash.
const unrecorded = statement<Unrecorded>(`
  WITH told AS (
    SELECT leaf, kind, CASE WHEN facts IS JSON OBJECT THEN facts::jsonb END AS facts FROM ledger_record
    WHERE kind IN ('disclosures.withheld', 'disclosures.released', 'purpose.added', 'purpose.changed', 'purpose.ended')),
  matter AS (
    SELECT DISTINCT ON (facts ->> 'caseNumber') facts ->> 'caseNumber' AS name, leaf, kind = 'disclosures.withheld' AS due
    FROM told WHERE facts ? 'caseNumber' ORDER BY facts ->> 'caseNumber', leaf DESC),
  rule AS (
    SELECT DISTINCT ON (facts ->> 'code') facts ->> 'code' AS name, leaf,
      coalesce((facts -> 'withheldUntilReleased')::boolean, false) AS due
    FROM told WHERE facts ? 'code' ORDER BY facts ->> 'code', leaf DESC)
  SELECT 'matter ' || coalesce(w.case_number, matter.name) AS what, matter.leaf
  FROM ledger_withholding w FULL JOIN matter ON matter.name = w.case_number
  WHERE matter.due IS DISTINCT FROM (CASE WHEN w.case_number IS NOT NULL THEN w.released_at IS NULL END)
  UNION ALL
  SELECT 'purpose ' || p.code, rule.leaf FROM purpose p LEFT JOIN rule ON rule.name = p.code
  WHERE coalesce(rule.due, false) <> p.withheld_until_released
  ORDER BY what`);

/**
 * Finds what people are not told of, or are, though the ledger's last record of that matter or purpose says otherwise:
 * somebody withheld or released it without a record.
 */
export async function findWithholding(database: Database, findings: Findings): Promise<void> {
  for (const { what, leaf } of await database.query(unrecorded, [])) {
    findings.add('withholding', leaf ?? 0, leaf ?? 0, what);
  }
}
