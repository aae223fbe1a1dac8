import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { ledgerIn } from './ledger.ts';

/**
 * The condition, in SQL, that people are not told of a read yet: its matter is withheld, or its purpose withholds and
 * nobody released the matter.
 */
export const isWithheld = (disclosure: string): string => `(
  EXISTS (SELECT FROM ledger_withholding w WHERE w.case_number = ${disclosure}.case_number AND w.released_at IS NULL)
  OR EXISTS (SELECT FROM purpose p WHERE p.code = ${disclosure}.purpose AND p.withheld_until_released)
    AND NOT EXISTS (SELECT FROM ledger_withholding w
                    WHERE w.case_number = ${disclosure}.case_number AND w.released_at IS NOT NULL))`;

const withhold = statement<never>(`
  INSERT INTO ledger_withholding (case_number, withheld_at) VALUES ($1, now())
  ON CONFLICT (case_number) DO UPDATE SET withheld_at = now(), released_at = NULL`);
const release = statement<never>(`
  INSERT INTO ledger_withholding (case_number, withheld_at, released_at) VALUES ($1, now(), now())
  ON CONFLICT (case_number) DO UPDATE SET released_at = now()`);

const withheld = statement<WithheldMatter>(`
  SELECT case_number AS "caseNumber", withheld_at AS since, NULL AS purpose,
    (SELECT count(*)::int FROM disclosure d WHERE d.case_number = w.case_number) AS reads
  FROM ledger_withholding w WHERE released_at IS NULL
  UNION ALL
  SELECT d.case_number, min(d.at), d.purpose, count(*)::int
  FROM disclosure d JOIN purpose p ON p.code = d.purpose AND p.withheld_until_released
  WHERE NOT d.thinned AND NOT EXISTS (SELECT FROM ledger_withholding w WHERE w.case_number = d.case_number)
  GROUP BY d.case_number, d.purpose
  ORDER BY since, "caseNumber"`);

/** A matter whose reads people are not told of yet. */
export interface WithheldMatter {
  /** Null for reads that were for a withheld purpose and no matter. */
  readonly caseNumber: string | null;
  /** When it was withheld, or first read for a purpose that withholds. */
  readonly since: string;
  /** The purpose that withholds it; null where somebody did, by command. */
  readonly purpose: string | null;
  readonly reads: number;
}

/** The matters that wait for somebody to release them, longest first. */
export const withheldMatters = (database: Database): Promise<WithheldMatter[]> => database.query(withheld, []);

/** From now on people are not told of reads for this matter, earlier ones included; that is entered in the ledger. */
export async function withholdCase(database: Database, caseNumber: string, actor: string): Promise<void> {
  await ledgerIn(database).record({ kind: 'disclosures.withheld', actor, facts: { caseNumber } });
  await database.query(withhold, [caseNumber]);
}

/** From now on people are told of all reads for this matter; that is entered in the ledger. */
export async function releaseCase(database: Database, caseNumber: string, actor: string): Promise<void> {
  await ledgerIn(database).record({ kind: 'disclosures.released', actor, facts: { caseNumber } });
  await database.query(release, [caseNumber]);
}
