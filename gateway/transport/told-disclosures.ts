import { z } from 'zod';
import { unusable } from './department-failure.ts';

/** More field sets than any department has. */
const MOST_FIELD_SETS = 1_000;
/** More people than any answer within its size may name. */
const MOST_PERSONS = 500_000;
const MOST_ADMITTED = 50_000;

/** A field set, such as `Person.marriages`. */
const fields = z.string().regex(/^[A-Za-z]\w{0,63}(\.[A-Za-z]\w{0,63})?$/);
const disclosed = z.array(z.object({ fields, persons: z.array(z.guid()).max(MOST_PERSONS) })).max(MOST_FIELD_SETS);
const told = z.object({
  disclosed: disclosed.optional(),
  admitted: z.array(z.guid()).max(MOST_ADMITTED).optional(),
});

/** What a department tells beside its data: whom it disclosed, and whom a visible matter made visible. */
export type ToldDisclosures = z.infer<typeof told>;

/**
 * What another process tells of its disclosures, checked before it reaches the ledger or another department: a case
 * number among those admitted would open the case, and an id that is none would keep all entries from being written.
 * Whoever is admitted is visible beyond the viewer's areas, never beyond the matter in hand where that decides; so a
 * department without matters of its own admits nobody. Throws SOURCE_INVALID.
 */
export function toldDisclosures(department: string, extensions: unknown, admits: boolean): ToldDisclosures {
  const read = told.safeParse(extensions ?? {});
  if (read.success && (admits || !read.data.admitted?.length)) return read.data;
  throw unusable(`Expected ${department} to tell ids of whom it disclosed and admitted, it told something else.`);
}
