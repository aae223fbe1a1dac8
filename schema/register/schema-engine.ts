import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

const singleCharacterOid = 18;
/** The part of WebAssembly that the engine needs; TypeScript knows it from the browser's types alone. */
interface WebAssemblyHost {
  WebAssembly: {
    instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
  };
}

let engineClass: Promise<typeof SchemaEngine> | undefined;

/**
 * Lends Prisma's schema engine, connected to one database, to work. Its migrations table and unqualified names are in
 * the PostgreSQL schema named. An error of the engine has the server's refusal of a script, if it was one, as cause.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  engineClass ??= loadEngine();
  // The engine locks and sets things a session long, so it must meet one session.
  const pool = new pg.Pool({ connectionString, max: 1, options: `-c search_path=${pg.escapeIdentifier(schema)}` });
  pool.on('error', () => undefined);
  try {
    const refused: unknown[] = [];
    const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool, schema, refused));
    const engine = await (await engineClass).new({ datamodels: undefined }, () => undefined, factory);
    try {
      return await work(engine);
    } catch (error) {
      // The engine's error says no more than its message; what the database refused is the cause.
      // oxlint-disable-next-line preserve-caught-error
      throw new Error((error as Error).message, { cause: refused.at(-1) });
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

// Imported as its package means it, the WebAssembly module makes Node warn of an experiment at every start.
async function loadEngine(): Promise<typeof SchemaEngine> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.replace(/\.js$/, '.wasm'));
  const { instance } = await (globalThis as unknown as WebAssemblyHost).WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withIdleTimers(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  (globalThis as { PRISMA_WASM_PANIC_REGISTRY?: unknown }).PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: () => undefined,
  };
  return bindings.SchemaEngine;
}

// The engine leaves the timer of its lock behind, which would keep a finished command alive for ten seconds.
function withIdleTimers(bindings: object): object {
  const start = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref();
  const timers = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return { ...bindings, ...Object.fromEntries(timers.map((name) => [name, start])) };
}

function migrationAdapter(pool: pg.Pool, schema: string, refused: unknown[]): SqlMigrationAwareDriverAdapterFactory {
  const characterColumns = new WeakMap<object, number[]>();
  readCharacterColumns(pool, characterColumns);
  const adapters = new PrismaPg(pool, { schema });
  return {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connectToShadowDb: () => Promise.reject(new Error('Expected migrations to be compared without a shadow database.')),
    async connect() {
      const adapter: SqlDriverAdapter = await adapters.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        for (const index of characterColumns.get(result.rows) ?? []) {
          result.columnTypes[index] = ColumnTypeEnum.Character;
        }
        return result;
      };
      // The adapter cuts scripts at every semicolon, also inside a function's body. Whole, a script is also atomic.
      adapter.executeScript = async (script) => {
        await pool.query(script).catch((error: unknown) => {
          refused.push(error);
          throw error;
        });
      };
      return adapter;
    },
  };
}

// The adapter refuses the catalogue's "char" columns, which the engine must read: show them as text, and note which.
function readCharacterColumns(pool: pg.Pool, noted: WeakMap<object, number[]>): void {
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<pg.QueryArrayResult>;
  pool.query = (async (...parameters: unknown[]) => {
    const result = await query(...parameters);
    const columns: number[] = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== singleCharacterOid) continue;
      field.dataTypeID = pg.types.builtins.TEXT;
      columns.push(index);
    }
    if (columns.length > 0) noted.set(result.rows, columns);
    return result;
  }) as typeof pool.query;
}
