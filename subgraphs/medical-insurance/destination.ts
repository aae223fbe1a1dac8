import { z } from 'zod';
import type { RowDestination } from '../../schema/extracts/row-destination.ts';
import { rowsRelinked, rowsTaken } from './connection/rows.ts';
import { systemOf } from './connection/systems.ts';

const done = z.object({});
const PAIRS = 1_000;

/** Where accepted rows of the bureau's extracts go: into the bureau's own system, and nowhere else. */
export function destination(database: object): RowDestination {
  const system = systemOf(database);
  return {
    async begin({ id, layout, keep }) {
      await system.intake('begin', { batch: id, layout, keep }, done);
    },
    async take({ id, columns, rows }) {
      return (await system.intake('rows', { batch: id, columns, rows }, rowsTaken)).repeated;
    },
    async commit({ id, asOf }) {
      await system.intake('commit', { batch: id, asOf }, done);
    },
    async relink({ layout, column, superseded }) {
      let changed = 0;
      for (let start = 0; start < superseded.length; start += PAIRS) {
        const pairs = superseded.slice(start, start + PAIRS);
        changed += (await system.intake('relink', { layout, column, pairs }, rowsRelinked)).changed;
      }
      return changed;
    },
  };
}
