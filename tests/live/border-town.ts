import { inject } from 'vitest';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';

/** Towns of another district: nobody else's figures and lists reach there. */
export const TOWN = '339900001';
export const NEXT_TOWN = '339900002';

/** Cases beyond the border in the running hub's registers, and what becomes of them. */
export interface BorderTown {
  readonly registers: OpenRegisters;
  /** A resident of the district who is a party of every one of the cases. */
  readonly person: string;
  /** Enters a case that somebody holds. */
  addCase(number: string, areaCode: string): Promise<void>;
  setStatus(number: string, status: string): Promise<void>;
  /** Sessions that listen to changes of cases. */
  listeners(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the registers of the running hub; close it when the tests are done, and the cases are gone. */
export async function openBorderTown(): Promise<BorderTown> {
  const { dataDirectory } = inject('runningHub');
  const registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
  const { pool } = registers.database('governance-center');
  const living = await registers
    .database('public-security')
    .pool.query("SELECT person_id AS id FROM person WHERE area_code LIKE '330803%' LIMIT 1");
  const person = (living.rows[0] as { id: string }).id;
  const clear = async () => {
    await pool.query(
      "DELETE FROM case_party WHERE case_number IN (SELECT number FROM governance_case WHERE area_code LIKE '3399%')",
    );
    await pool.query("DELETE FROM governance_case WHERE area_code LIKE '3399%'");
  };
  await clear();
  return {
    registers,
    person,
    async addCase(number, areaCode) {
      await pool.query(
        `INSERT INTO governance_case (number, channel, service, category, scale, title, status, level, area_code,
                                      holder_code, accepted_at)
         VALUES ($1, 'HOTLINE', 'DISPUTE_MEDIATION', 'neighbourhood', 'INDIVIDUAL', 'A fence', 'IN_PROGRESS', 'TOWN', $2,
                 'CENTER', now())`,
        [number, areaCode],
      );
      await pool.query(
        "INSERT INTO case_party (case_number, party_number, role, person_id) VALUES ($1, 1, 'APPLICANT', $2)",
        [number, person],
      );
    },
    async setStatus(number, status) {
      await pool.query('UPDATE governance_case SET status = $2 WHERE number = $1', [number, status]);
    },
    async listeners() {
      const sessions =
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'listen case_changed'";
      return ((await pool.query(sessions)).rows[0] as { count: number }).count;
    },
    async close() {
      await clear();
      await registers.close();
    },
  };
}
