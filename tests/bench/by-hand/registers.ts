import pg from 'pg';
import { registerConfig } from '../../../schema/register/config.ts';
import { registerTypes } from '../../../schema/register/postgres-types.ts';
import { openRegisters } from '../../../schema/register/registers.ts';
import type { LookupRows } from '../../../subgraphs/medical-insurance/connection/rows.ts';
import { connectSystem, systemOf } from '../../../subgraphs/medical-insurance/connection/systems.ts';

// biome-ignore lint/suspicious/noExplicitAny: this server is written as one writes a small one, without types of rows.
export type Row = Record<string, any>;

/** Asks a register by a prepared statement. */
export type Ask = (name: string, text: string, values: readonly unknown[]) => Promise<Row[]>;

/** An enrolment as the bureau's own system tells it, and as of when. */
export type MedicalEnrolment = LookupRows['enrolments'] & { readonly asOf: string | null };

/** The departments' databases, each behind a pool, and the system of the one that keeps its records itself. */
export interface Registers {
  readonly population: Ask;
  readonly centre: Ask;
  readonly justice: Ask;
  readonly civilAffairs: Ask;
  readonly socialInsurance: Ask;
  /** A person's newest enrolment; the system is asked in the hub's way, since its quota is the same for everybody. */
  readonly medicalInsurance: (person: string) => Promise<MedicalEnrolment | undefined>;
}

const KEYED = '-c timezone=Asia/Shanghai -c plan_cache_mode=force_generic_plan';

/** Opens the registers of the data directory that the environment names, with the settings that the hub uses too. */
export async function registersByHand(): Promise<Registers> {
  const config = registerConfig();
  const registers = await openRegisters({ config });
  await connectSystem(registers, config.dataDirectory);
  const ask = (department: string): Ask => {
    const connectionString = registers.connectionString(department);
    const pool = new pg.Pool({ connectionString, max: 8, options: KEYED, types: registerTypes });
    return async (name, text, values) => (await pool.query({ name, text, values: values as unknown[] })).rows;
  };
  return {
    population: ask('public-security'),
    centre: ask('governance-center'),
    justice: ask('justice'),
    civilAffairs: ask('civil-affairs'),
    socialInsurance: ask('social-insurance'),
    medicalInsurance: async (person) => {
      const told = (await systemOf(registers).lookUp('enrolments', [person])).get(person);
      const [newest] = told?.rows ?? [];
      return newest && { ...newest, asOf: told?.asOf ?? null };
    },
  };
}

const batches = new Map<string, { department: string; asOf: string }>();

/** Department and day of a batch; a batch never changes, so each is read once. */
export async function sourceOf(ask: Ask, batchId: string): Promise<{ department: string; asOf: string }> {
  const known = batches.get(batchId);
  if (known) return known;
  const text = 'SELECT department, as_of AS "asOf" FROM exchange.import_batch WHERE id = $1';
  const [batch] = (await ask('batch', text, [batchId])) as { department: string; asOf: string }[];
  if (!batch) throw new Error('Expected a batch of every row.');
  batches.set(batchId, batch);
  return batch;
}

/** Names of areas with those of their parents, by code. */
export async function areasOf({ centre }: Registers, codes: readonly string[]): Promise<Map<string, Row>> {
  const text = 'SELECT code, name FROM area WHERE code = ANY($1::text[])';
  const rows = await centre('areas', text, [[...new Set(codes)]]);
  return new Map(rows.map((row) => [row.code, { code: row.code, name: row.name }]));
}
