import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { Database } from '../../schema/register/database.ts';
import { statement } from '../../schema/register/statement.ts';
import { disclosures as counted } from '../observe/metrics.ts';
import type { DepartmentDisclosure } from '../transport/request-fetch.ts';

/** The record of what left the registers. */
export interface DisclosureLog {
  /** Writes what a request disclosed; resolves once it is on disk, rejects where it cannot be written. */
  append(viewer: Viewer, disclosures: readonly DepartmentDisclosure[]): Promise<void>;
}

interface Entry {
  readonly id: string;
  readonly viewer: Viewer;
  readonly department: string;
  readonly fields: string[];
  readonly persons: string[];
}

const insertEntries = statement<never>(`
  INSERT INTO disclosure (id, at, request_id, client, user_name, organization, department, purpose, case_number,
                          persons, fields, break_glass)
  SELECT entry.id, now(), entry.request_id, entry.client, entry.user_name, entry.organization, entry.department,
         entry.purpose, entry.case_number, entry.persons::uuid[], entry.fields::text[], entry.break_glass
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
              $9::text[], $10::text[], $11::boolean[])
       AS entry(id, request_id, client, user_name, organization, department, purpose, case_number, persons, fields,
             break_glass)`);

/** Entries kept in the hub's register; requests that arrive while a write is under way share the next one. */
export function openDisclosureLog(database: Database): DisclosureLog {
  let waiting: { entries: Entry[]; written: Promise<void> } | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    append(viewer, disclosures) {
      const entries = entriesOf(viewer, disclosures);
      if (entries.length === 0) return Promise.resolve();
      if (waiting) {
        waiting.entries.push(...entries);
        return waiting.written;
      }
      const group = { entries, written: Promise.resolve() };
      waiting = group;
      group.written = writing.then(() => {
        waiting = undefined;
        return write(database, group.entries);
      });
      writing = group.written.catch(() => undefined);
      return group.written;
    },
  };
}

/**
 * One entry a department and field set, with the people who were read. What a register lets out without knowing whom it
 * names, such as the summary of an incident, is entered for the people of the matter in hand.
 */
function entriesOf(viewer: Viewer, disclosures: readonly DepartmentDisclosure[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { department, fields, persons } of disclosures) {
    const concerned = persons.length > 0 ? persons : (viewer.matter?.persons ?? []);
    const key = `${department}|${fields}`;
    const entry = entries.get(key) ?? { id: uuidv7(), viewer, department, fields: [fields], persons: [] };
    entries.set(key, { ...entry, persons: [...new Set([...entry.persons, ...concerned])] });
  }
  return [...entries.values()];
}

const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => JSON.stringify(value)).join(',')}}`;

async function write(database: Database, entries: readonly Entry[]): Promise<void> {
  const column = <Value>(of: (entry: Entry) => Value): Value[] => entries.map(of);
  await database.query(insertEntries, [
    column(({ id }) => id),
    column(({ viewer }) => viewer.request),
    column(({ viewer }) => viewer.client),
    column(({ viewer }) => viewer.user),
    column(({ viewer }) => viewer.organization),
    column(({ department }) => department),
    column(({ viewer }) => viewer.purpose),
    column(({ viewer }) => viewer.matter?.caseNumber ?? null),
    column(({ persons }) => arrayLiteral(persons)),
    column(({ fields }) => arrayLiteral(fields)),
    column(({ viewer }) => viewer.breakGlass),
  ]);
  for (const { department } of entries) counted.inc({ department });
}
