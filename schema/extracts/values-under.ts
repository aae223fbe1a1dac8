import { departmentNames } from '../departments.ts';
import type { OpenRegisters } from '../register/open-databases.ts';
import { statement } from '../register/statement.ts';
import { LINK_DEPARTMENT, openLinkRegister } from './open-link-register.ts';

const pending = statement<{ tables: number }>(
  'SELECT count(*)::int AS tables FROM exchange.sealed_table WHERE seal_key <> $1 OR search_key <> $2',
);

/** Why a key cannot go yet, as something that is still under it; null where nothing is. */
export async function valuesUnder(
  registers: OpenRegisters,
  dataDirectory: string,
  use: string,
  id: string,
): Promise<string | null> {
  if (use === 'ledger') return 'Expected another use: checkpoints are verified for as long as the ledger is kept.';
  if (use === 'link') {
    const link = await openLinkRegister(registers.database(LINK_DEPARTMENT), dataDirectory);
    const numbers = await link.numbersKnownBy(id);
    return numbers === 0
      ? null
      : `Expected a key that nobody is known by: ${numbers} numbers have tokens under ${id} alone.`;
  }
  if (use !== 'seal' && use !== 'search') return null;
  for (const department of departmentNames()) {
    const database = registers.database(department);
    const { sealKey, searchKey } = database.seal.newestKeys();
    const [counted] = await database.query(pending, [sealKey, searchKey]);
    if ((counted?.tables ?? 0) > 0) {
      return `Expected everything under the newest keys: run npm run keys -- reseal first; ${department} has ${counted?.tables} tables to do.`;
    }
  }
  return null;
}
