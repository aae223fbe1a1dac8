import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import purposes from './purposes.json' with { type: 'json' };

const insertMissing = statement<{ code: string }>(`
  INSERT INTO purpose (code, title, title_zh, legal_basis, bound_to, personas, scopes, matter_scopes, lookup,
                       live_statuses, lookups_per_hour, clients, break_glass, self_opening,
                       withheld_until_released, valid_from)
  SELECT code, title, "titleZh", "legalBasis", "boundTo", personas, scopes, "matterScopes", lookup,
         "liveStatuses", "lookupsPerHour", clients, "breakGlass", "selfOpening",
         "withheldUntilReleased", date_trunc('day', now())
  FROM jsonb_to_recordset($1::jsonb) AS purpose (
    code text, title text, "titleZh" text, "legalBasis" text, "boundTo" text, personas text[], scopes text[],
    "matterScopes" text[], lookup text, "liveStatuses" text[], "lookupsPerHour" int, clients text[],
    "breakGlass" jsonb, "selfOpening" jsonb, "withheldUntilReleased" boolean)
  ON CONFLICT (code) DO NOTHING
  RETURNING code`);

/**
 * Enters the purposes of `purposes.json` that the table lacks, valid from today, and answers their codes. A purpose that
 * is there stays as its keepers have it.
 */
export async function seedPurposes(database: Database): Promise<string[]> {
  const rows = await database.query(insertMissing, [JSON.stringify(purposes)]);
  return rows.map(({ code }) => code);
}
