import { departmentNames } from '../../../schema/departments.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { statement } from '../../../schema/register/statement.ts';

/** How a department's register stands: rows of all its files, status by the newest file of each of its layouts. */
export interface Source {
  readonly department: string;
  readonly status: 'UP' | 'DEGRADED' | 'DOWN';
  readonly asOf: string | null;
  readonly rows: number;
  readonly quarantined: number;
}

const sources = statement<Source>(`
  SELECT department, max(as_of) AS "asOf", sum(accepted)::int AS rows, sum(quarantined)::int AS quarantined,
    CASE WHEN bool_or(newest AND quarantined * 10 > rows) THEN 'DEGRADED' ELSE 'UP' END AS status
  FROM (SELECT *, row_number() OVER (PARTITION BY department, layout ORDER BY finished_at DESC, id DESC) = 1 AS newest
        FROM source_batch) batch
  GROUP BY department`);

/** The hub holds what it makes itself. */
const OWN = 'hub';

/**
 * Reads how each department's register stands, by name. DOWN where nothing was ever taken in, DEGRADED where more than a
 * tenth of a layout's newest file was set aside.
 */
export async function readSources({ database }: SubgraphContext): Promise<Source[]> {
  const known = new Map((await database.query(sources, [])).map((source) => [source.department, source]));
  const departments = new Set([...departmentNames().filter((name) => name !== OWN), ...known.keys()]);
  const nothing = { status: 'DOWN', asOf: null, rows: 0, quarantined: 0 } as const;
  return [...departments].sort().map((department) => known.get(department) ?? { department, ...nothing });
}
