import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ringOfSecrets } from '../../kit/keys/secret-ring.ts';
import { createRegisterSeal, placeOf } from '../../kit/sealing/register-seal.ts';
import type { Database } from '../../register/database.ts';
import { SCRATCH_KEYS } from '../../register/tests/scratch-keys.ts';
import { type ScratchDatabase, scratchRegister } from '../../register/tests/scratch-register.ts';
import { layoutsOf } from '../discover-layouts.ts';
import { relinkSuperseded } from '../relink-superseded.ts';
import { resealTable, sealClearText } from '../reseal.ts';
import { sealedTablesOf } from '../sealed-table.ts';
import { MemoryLinkRegister } from './sample/memory-link-register.ts';

const DEPARTMENT = 'public-security';
const BATCH = '00000000-0000-7000-8000-00000000ba7c';
const PEOPLE = 2_500;
const idOf = (number: number) => `00000000-0000-7000-8000-a${String(number).padStart(11, '0')}`;
const nameOf = (number: number) => `魏${number}`;

let scratch: ScratchDatabase;
beforeEach(async () => {
  scratch = await scratchRegister(DEPARTMENT);
  // As a hub from before there were seals left it.
  await scratch.database.pool.query(
    `INSERT INTO person (person_id, id_number, previous_id_numbers, document_kind, name, sex, birth_date, status,
       registration, area_code, updated_on, batch_id)
     SELECT ('00000000-0000-7000-8000-a' || lpad(n::text, 11, '0'))::uuid, '3308981960010100' || lpad((n % 100)::text, 2, '0'),
       ARRAY['330898196001019' || lpad(n::text, 3, '0')], 'RESIDENT_ID', '魏' || n, 'MALE', '1960-01-01', 'ALIVE',
       'REGISTERED', '330803001001', '2026-11-01', $1
     FROM generate_series(1, ${PEOPLE}) n`,
    [BATCH],
  );
});
afterEach(() => scratch.close());

const tables = () => sealedTablesOf(DEPARTMENT);
const people = async () => {
  const { rows } = await scratch.database.pool.query('SELECT * FROM person ORDER BY person_id');
  return rows;
};
const withKeys = (...secrets: Buffer[]): Database => ({
  ...scratch.database,
  seal: createRegisterSeal({ seal: ringOfSecrets(...secrets), search: SCRATCH_KEYS.search }),
});
const personTable = async () => {
  const table = (await tables()).find(({ name }) => name === 'person');
  if (!table) throw new Error('Expected sealed columns of people.');
  return table;
};

describe('a register from before there were seals', () => {
  it('is sealed whole, with its masks and tokens, and once', async () => {
    const { database } = scratch;
    expect(await sealClearText(database, await tables())).toBe(PEOPLE);
    for (const [index, row] of (await people()).entries()) {
      const place = (column: string) => placeOf('person', column, [row.person_id]);
      expect(row.name).toMatch(/^~1/);
      expect(database.seal.open(row.name, place('name'))).toBe(nameOf(index + 1));
      expect(database.seal.open(row.previous_id_numbers[0], place('previous_id_numbers'))).toMatch(/^330898196001019/);
      expect([row.masked_name, row.masked_id_number.slice(0, 8), row.phone]).toEqual(['魏**', '330898**', null]);
      expect(row.name_token).toBe(database.seal.token(nameOf(index + 1), '1960-01-01'));
    }
    const watch = database.watch();
    expect(await sealClearText(database, await tables())).toBe(0);
    watch.stop();
    expect(watch.texts).toHaveLength(1);
  });

  it('is taken up where a pass was cut off', async () => {
    const table = await personTable();
    let pages = 0;
    const cut = resealTable(scratch.database, table, () => {
      if (++pages === 2) throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(await resealTable(scratch.database, table, () => undefined)).toBe(PEOPLE - 2_000);
  });
});

describe('a sealed register', () => {
  it('is put under a new key, after which the older is not needed', async () => {
    const [older, newer] = [Buffer.alloc(32, 3), Buffer.alloc(32, 5)];
    await sealClearText(scratch.database, await tables());
    const table = await personTable();
    expect(await resealTable(withKeys(newer, older), table, () => undefined)).toBe(PEOPLE);
    const [first] = await people();
    expect(withKeys(newer).seal.open(first.name, placeOf('person', 'name', [idOf(1)]))).toBe(nameOf(1));
    expect(await resealTable(withKeys(newer, older), table, () => undefined)).toBe(0);
  });

  it('opens for the one id that two were found to be', async () => {
    const { database } = scratch;
    await sealClearText(database, await tables());
    const link = new MemoryLinkRegister();
    const survivor = idOf(99_999);
    link.merged.push({ loser: idOf(7), survivor });
    expect(await relinkSuperseded(DEPARTMENT, database, link, await layoutsOf(DEPARTMENT))).toBe(1);
    const { rows } = await database.pool.query('SELECT name, previous_id_numbers FROM person WHERE person_id = $1', [
      survivor,
    ]);
    expect(database.seal.open(rows[0].name, placeOf('person', 'name', [survivor]))).toBe(nameOf(7));
    expect(
      database.seal.open(rows[0].previous_id_numbers[0], placeOf('person', 'previous_id_numbers', [survivor])),
    ).toBe('330898196001019007');
  });
});
