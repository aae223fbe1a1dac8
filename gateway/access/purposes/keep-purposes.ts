import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { PurposeForm } from './purpose-form.ts';

/** A purpose as it is kept. */
export type KeptPurpose = PurposeForm & {
  readonly validFrom: string;
  readonly version: number;
  readonly validity: 'VALID' | 'AHEAD' | 'OVER';
};

/** One change of a purpose. */
export interface PurposeVersion {
  readonly version: number;
  readonly change: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly at: string;
  readonly changedBy: string;
  readonly reason: string | null;
}

/** Who changes a purpose, and why. */
export interface Change {
  readonly by: string;
  readonly reason: string;
}

const purposes = statement<KeptPurpose>(`
  SELECT code, title, title_zh AS "titleZh", legal_basis AS "legalBasis", bound_to AS "boundTo", personas,
    coalesce(clients, '{}') AS clients, scopes, matter_scopes AS "matterScopes", lookup,
    live_statuses AS "liveStatuses", lookups_per_hour AS "lookupsPerHour", break_glass AS "breakGlass",
    self_opening AS "selfOpening", withheld_until_released AS "withheldUntilReleased", valid_from AS "validFrom", valid_to AS "validTo",
    CASE WHEN valid_from > now() THEN 'AHEAD' WHEN valid_to <= now() THEN 'OVER' ELSE 'VALID' END AS validity,
    (SELECT max(version) FROM purpose_version v WHERE v.code = purpose.code) AS version
  FROM purpose ORDER BY code`);

const versions = statement<PurposeVersion>(`
  SELECT version, change, at, changed_by AS "changedBy", reason FROM purpose_version WHERE code = $1 ORDER BY version`);

const SAVE = `
  INSERT INTO purpose (code, title, title_zh, legal_basis, bound_to, personas, clients, scopes, matter_scopes, lookup,
                       live_statuses, lookups_per_hour, break_glass, self_opening, withheld_until_released,
                       valid_from, valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, coalesce($16, now()), $17)
  ON CONFLICT (code) DO UPDATE SET (title, title_zh, legal_basis, bound_to, personas, clients, scopes, matter_scopes,
    lookup, live_statuses, lookups_per_hour, break_glass, self_opening, withheld_until_released, valid_from, valid_to)
    = (EXCLUDED.title, EXCLUDED.title_zh, EXCLUDED.legal_basis, EXCLUDED.bound_to, EXCLUDED.personas, EXCLUDED.clients,
       EXCLUDED.scopes, EXCLUDED.matter_scopes, EXCLUDED.lookup, EXCLUDED.live_statuses, EXCLUDED.lookups_per_hour,
       EXCLUDED.break_glass, EXCLUDED.self_opening, EXCLUDED.withheld_until_released, EXCLUDED.valid_from, EXCLUDED.valid_to)`;

/** All purposes, by code. */
export const listPurposes = (database: Database): Promise<KeptPurpose[]> => database.query(purposes, []);

/** What became of a purpose, oldest change first, those that nobody made by command included. */
export const purposeVersions = (database: Database, code: string): Promise<PurposeVersion[]> =>
  database.query(versions, [code]);

/** Stores a purpose that was found lawful as the next version of its code; in force everywhere within a second. */
export const savePurpose = (database: Database, purpose: PurposeForm, { by, reason }: Change): Promise<void> =>
  database.transaction(async (session) => {
    const said = `SELECT set_config('hub.changed_by', $1, true), set_config('hub.reason', $2, true)`;
    await session.query(said, [by, reason]);
    const { code, title, titleZh, legalBasis, boundTo, personas, clients, scopes, matterScopes, lookup } = purpose;
    const { liveStatuses, lookupsPerHour, breakGlass, selfOpening, withheldUntilReleased, validFrom, validTo } =
      purpose;
    await session.query(SAVE, [
      ...[code, title, titleZh, legalBasis, boundTo, personas, clients, scopes, matterScopes, lookup],
      ...[liveStatuses, lookupsPerHour, breakGlass, selfOpening, withheldUntilReleased, validFrom ?? null, validTo],
    ]);
  });
