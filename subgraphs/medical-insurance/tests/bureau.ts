import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Answer, type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { systemOf } from '../connection/systems.ts';
import { subgraph } from '../subgraph.ts';
import { storeFile } from '../system/place.ts';

/** The department over its own system, which took in an invented district. */
export interface Bureau extends Omit<ImportedRegister, 'ask'> {
  /** Asks, and counts the calls that the system was sent. */
  ask(...told: Parameters<ImportedRegister['ask']>): Promise<Answer & { readonly calls: number }>;
  /** Calls that the system was sent so far. */
  calls(): number;
  /** What the system's own store holds, by a statement of the test's own. */
  rows<Row = { readonly id: string }>(text: string, ...values: readonly SQLInputValue[]): Row[];
}

/** Calls can be counted where none fails, and tests ask more in a second than the hub does. */
const STEADY = {
  MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: '500',
  MEDICAL_INSURANCE_SYSTEM_LATENCY_MS: '1',
  MEDICAL_INSURANCE_SYSTEM_FAILS_EVERY: '0',
};

/** Opens it; close it when the tests are done. */
export async function openBureau(): Promise<Bureau> {
  Object.assign(process.env, STEADY);
  const register = await importedRegister('medical-insurance', subgraph);
  const store = new DatabaseSync(storeFile(register.dataDirectory), { readOnly: true });
  const calls = () => systemOf(register.database).calls;
  return {
    ...register,
    calls,
    async ask(...told) {
      const before = calls();
      const answer = await register.ask(...told);
      return { ...answer, calls: calls() - before };
    },
    rows: <Row>(text: string, ...values: readonly SQLInputValue[]) => store.prepare(text).all(...values) as Row[],
    async close() {
      store.close();
      await register.close();
    },
  };
}
