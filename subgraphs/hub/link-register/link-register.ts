import type { CanonicalNumber } from '../../../schema/extracts/columns/column-rule.ts';
import type { BatchSummary, LinkRegister, Supersession } from '../../../schema/extracts/link-register.ts';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import { idTable } from './id-table.ts';
import { idsOf } from './ids.ts';
import { documentToken, numberToken } from './tokens.ts';
import { type TokenPair, unite } from './unite.ts';

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

const insertBatch = statement<never>(`
  INSERT INTO source_batch (id, department, layout, catalogue_id, file, sha256, as_of, started_at, finished_at,
                            rows, accepted, quarantined, unlinked, normalised, reasons)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (id) DO NOTHING`);

/** Opens the link register in the hub's database. The key is that of {@link openLinkKey}. */
export function openLinkRegister(database: Database, key: Buffer): LinkRegister {
  const documentOf = (number: CanonicalNumber) => documentToken(key, number);
  const householdOf = (number: string) => numberToken(key, 'HOUSEHOLD', number);
  const dwellingOf = (code: string) => numberToken(key, 'DWELLING', code);
  const tables = { person: idTable('person'), household: idTable('household'), dwelling: idTable('dwelling') };
  const itself = (number: string) => number;
  return {
    persons: idsOf(database, tables.person, ({ kind, canonical }) => `${kind} ${canonical}`, documentOf),
    households: idsOf(database, tables.household, itself, householdOf),
    dwellings: idsOf(database, tables.dwelling, itself, dwellingOf),
    samePerson: (pairs) => unite(database, tables.person, pairsOf(pairs, documentOf)),
    sameHousehold: (pairs) => unite(database, tables.household, pairsOf(pairs, householdOf)),
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
    async receiveBatch(summary) {
      await database.query(insertBatch, batchValues(summary));
    },
  };
}

function pairsOf<Asked>(
  pairs: readonly { readonly current: Asked; readonly previous: Asked }[],
  tokenOf: (asked: Asked) => Buffer,
): TokenPair[] {
  return pairs.map(({ current, previous }) => [tokenOf(current).toString('hex'), tokenOf(previous).toString('hex')]);
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
