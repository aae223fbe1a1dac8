import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { departmentDirectory } from '../departments.ts';

const name = z.string().regex(/^[a-z][a-z_.]*$/);

const rules = z.array(
  z.strictObject({
    /** Kind of record, such as `household-visit`. */
    kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    titleZh: z.string().min(1),
    table: name,
    key: z.array(name).min(1),
    /** Columns that are emptied; without any, the whole row is deleted. */
    clears: z.array(name).min(1).optional(),
    months: z.int().min(1),
    /** SQL that says of a row that its time is over; $1 is the moment this many months ago. */
    past: z.string().includes('$1'),
    legalBasis: z.string().min(1),
  }),
);

/** How long records of one kind are kept, and by what law no longer. */
export type RetentionRule = z.infer<typeof rules>[number];

/** The rules of a department: `retention.json` in its folder, and what holds for every department. */
export function retentionRulesOf(department: string): readonly RetentionRule[] {
  const own = join(departmentDirectory(department), 'retention.json');
  const common = resolve(import.meta.dirname, 'every-department.json');
  return [common, own]
    .filter((file) => existsSync(file))
    .flatMap((file) => rules.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
