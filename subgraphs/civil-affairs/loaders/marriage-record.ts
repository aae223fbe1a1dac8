export type MarriageStatus = 'MARRIED' | 'DIVORCED' | 'WIDOWED' | 'ANNULLED';

/** A marriage as the register answers it. */
export interface MarriageRow {
  readonly id: string;
  readonly firstSpouseId: string;
  readonly secondSpouseId: string;
  readonly status: MarriageStatus;
  readonly registeredOn: string;
  readonly endedOn: string | null;
  readonly batchId: string;
}

/** Select list of a marriage `m`. */
export const marriageColumns = `m.id, m.first_spouse_id AS "firstSpouseId", m.second_spouse_id AS "secondSpouseId",
  m.status, m.registered_on AS "registeredOn", m.ended_on AS "endedOn", m.batch_id AS "batchId"`;

/** Condition under which a marriage `m` is visible: it lies within the areas ($2), or a spouse is a subject ($3). */
export const visibleMarriage = `(m.area_code LIKE ANY($2::text[])
  OR m.first_spouse_id::text = ANY($3::text[]) OR m.second_spouse_id::text = ANY($3::text[]))`;
