import type { BatchSummary, LinkRegister, Supersession } from '../../../schema/extracts/link-register.ts';
import type { KeyRing } from '../../../schema/kit/keys/key-ring.ts';
import type { SecretKey } from '../../../schema/kit/keys/secret-ring.ts';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import { idTable } from './id-table.ts';
import { idsOf } from './ids.ts';
import { knownTokens } from './known-tokens.ts';
import { documentToken, numberToken } from './tokens.ts';
import { unite } from './unite.ts';

const updateAreas = statement<never>(`
  UPDATE person SET area_code = told.area_code
  FROM unnest($1::uuid[], $2::text[]) AS told (id, area_code) JOIN person known ON known.id = told.id
  WHERE person.id = coalesce(known.superseded_by, known.id) AND person.area_code IS DISTINCT FROM told.area_code`);

const updateHouseholdAreas = statement<never>(`
  UPDATE household SET area_code = told.area_code
  FROM unnest($1::uuid[], $2::text[]) AS told (id, area_code) JOIN household known ON known.id = told.id
  WHERE household.id = coalesce(known.superseded_by, known.id) AND household.area_code IS DISTINCT FROM told.area_code`);

const areas = statement<{ id: string; areaCode: string }>(`
  SELECT asked.id, person.area_code AS "areaCode"
  FROM person asked JOIN person ON person.id = coalesce(asked.superseded_by, asked.id)
  WHERE asked.id = ANY($1::uuid[]) AND person.area_code IS NOT NULL`);

const supersededPersons = statement<Supersession>(
  'SELECT id AS loser, superseded_by AS survivor FROM person WHERE superseded_by IS NOT NULL',
);

const supersededHouseholds = statement<Supersession>(
  'SELECT id AS loser, superseded_by AS survivor FROM household WHERE superseded_by IS NOT NULL',
);

/** A token without the id of its key is of the first key. */
const tokensUnder = statement<{ numbers: number }>(`
  SELECT count(*)::int AS numbers FROM (
    SELECT key_id FROM person_token UNION ALL SELECT key_id FROM household_token UNION ALL SELECT key_id FROM dwelling_token
  ) known WHERE coalesce(key_id, $2) = $1`);

const insertBatch = statement<never>(`
  INSERT INTO source_batch (id, department, layout, catalogue_id, file, sha256, as_of, started_at, finished_at,
                            rows, accepted, quarantined, unlinked, normalised, reasons)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (id) DO NOTHING`);

/** Opens the link register in the hub's database. The keys are those of {@link openLinkKeys}. */
export function openLinkRegister(database: Database, keys: KeyRing<SecretKey>): LinkRegister {
  const tokens = {
    person: knownTokens(database, idTable('person'), keys, documentToken),
    household: knownTokens(database, idTable('household'), keys, (key, number: string) =>
      numberToken(key, 'HOUSEHOLD', number),
    ),
    dwelling: knownTokens(database, idTable('dwelling'), keys, (key, code: string) =>
      numberToken(key, 'DWELLING', code),
    ),
  };
  const itself = (number: string) => number;
  return {
    persons: idsOf(database, tokens.person, ({ kind, canonical }) => `${kind} ${canonical}`),
    households: idsOf(database, tokens.household, itself),
    dwellings: idsOf(database, tokens.dwelling, itself),
    samePerson: (pairs) => unite(database, tokens.person, pairs),
    sameHousehold: (pairs) => unite(database, tokens.household, pairs),
    async publishAreas(told) {
      await database.query(updateAreas, [told.map(({ person }) => person), told.map(({ areaCode }) => areaCode)]);
    },
    async publishHouseholdAreas(told) {
      const values = [told.map(({ household }) => household), told.map(({ areaCode }) => areaCode)];
      await database.query(updateHouseholdAreas, values);
    },
    async areasOf(persons) {
      const rows = await database.query(areas, [persons]);
      return new Map(rows.map(({ id, areaCode }) => [id, areaCode]));
    },
    superseded: async () => ({
      persons: await database.query(supersededPersons, []),
      households: await database.query(supersededHouseholds, []),
    }),
    async numbersKnownBy(keyId) {
      const first = keys.all.at(-1)?.id;
      const [counted] = await database.query(tokensUnder, [keyId, first]);
      return counted?.numbers ?? 0;
    },
    async receiveBatch(summary) {
      await database.query(insertBatch, batchValues(summary));
    },
  };
}

const batchValues = (batch: BatchSummary): unknown[] => [
  batch.id,
  batch.department,
  batch.layout,
  batch.catalogueId,
  batch.file,
  batch.sha256,
  batch.asOf,
  batch.startedAt,
  batch.finishedAt,
  batch.rows,
  batch.accepted,
  batch.quarantined,
  batch.unlinked,
  JSON.stringify(batch.normalised),
  JSON.stringify(batch.reasons),
];
