import type { Viewer } from '../../schema/kit/viewer.ts';
import { within } from '../../schema/kit/within.ts';
import type { DisclosureDraft } from '../../schema/ledger/drafts.ts';
import { ledgerIn } from '../../schema/ledger/ledger.ts';
import type { Database } from '../../schema/register/database.ts';
import { disclosures as counted } from '../observe/metrics.ts';
import type { DepartmentDisclosure } from '../transport/request-fetch.ts';

/** The record of what left the registers. */
export interface DisclosureLog {
  /** Enters what a request disclosed; resolves once it is on disk, rejects where it cannot be written in time. */
  append(viewer: Viewer, disclosures: readonly DepartmentDisclosure[]): Promise<void>;
}

/** How long an answer waits for its entries. */
const PATIENCE_MS = 5_000;

export interface DisclosureLogOptions {
  /** Is told each time that entries are on disk. */
  readonly onGrown?: () => void;
  readonly patienceMs?: number;
}

/** The log in the ledger of the hub's register. */
export function openDisclosureLog(
  database: Database,
  { onGrown, patienceMs = PATIENCE_MS }: DisclosureLogOptions = {},
): DisclosureLog {
  const ledger = ledgerIn(database);
  return {
    async append(viewer, disclosures) {
      const drafts = draftsOf(viewer, disclosures);
      if (drafts.length === 0) return;
      // An entry that is written later stands for an answer that was never given, which is no harm.
      await within(patienceMs, 'the ledger to be written', ledger.disclose(drafts));
      onGrown?.();
      for (const { department } of drafts) counted.inc({ department });
    },
  };
}

/** What a department let out of the same people. */
interface ReadSet {
  readonly department: string;
  readonly persons: readonly string[];
  readonly fields: string[];
  readonly answers: Set<string>;
}

/**
 * One entry a department and set of fields that were read of the same people. What a register lets out without knowing
 * whom it names, such as the summary of an incident, is entered for the people of the matter in hand.
 */
function draftsOf(viewer: Viewer, disclosures: readonly DepartmentDisclosure[]): DisclosureDraft[] {
  return readSets(viewer, disclosures).map(({ department, fields, persons, answers }) => ({
    requestId: viewer.request,
    client: viewer.client,
    user: viewer.user,
    organization: viewer.organization,
    department,
    purpose: viewer.purpose,
    caseNumber: viewer.matter?.caseNumber ?? null,
    persons,
    fields: fields.sort(),
    breakGlass: viewer.breakGlass,
    answer: answers.size > 0 ? [...answers].join(' ') : null,
  }));
}

function readSets({ matter }: Viewer, disclosures: readonly DepartmentDisclosure[]): ReadSet[] {
  const byField = new Map<string, { readonly fields: string; persons: Set<string>; answers: Set<string> }>();
  for (const { department, fields, persons, answer } of disclosures) {
    const concerned = persons.length > 0 ? persons : (matter?.persons ?? []);
    const key = `${department}|${fields}`;
    let read = byField.get(key);
    if (!read) byField.set(key, (read = { fields, persons: new Set(), answers: new Set() }));
    for (const person of concerned) read.persons.add(person);
    if (answer) read.answers.add(answer.signature);
  }
  const sets = new Map<string, ReadSet>();
  for (const [key, { fields, persons: read, answers }] of byField) {
    const department = key.slice(0, key.indexOf('|'));
    const persons = [...read].sort();
    const people = `${department}|${persons.join()}`;
    let set = sets.get(people);
    if (!set) sets.set(people, (set = { department, persons, fields: [], answers: new Set() }));
    set.fields.push(fields);
    for (const answer of answers) set.answers.add(answer);
  }
  return [...sets.values()];
}
