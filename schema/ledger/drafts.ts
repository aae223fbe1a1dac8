import { randomUUID } from 'node:crypto';
import { v7 as uuidv7, validate } from 'uuid';
import type { DisclosureEntry, RecordEntry } from './entry.ts';
import { LedgerRefused } from './ledger-refused.ts';

/** A read to be entered. */
export type DisclosureDraft = Omit<DisclosureEntry, 'id' | 'at' | 'salt' | 'purpose' | 'requestId'> & {
  readonly requestId: string;
  readonly purpose: string | null;
  /** Milliseconds since 1970; now unless told. */
  readonly at?: number;
};

/** Something about nobody to be entered. */
export interface RecordDraft {
  /** Such as `purpose.changed`. */
  readonly kind: string;
  /** User, or system, who did it. */
  readonly actor?: string | null;
  /** What JSON can hold, and no personal data. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** An entry that has no place yet. */
export type Entry =
  | { readonly type: 'disclosure'; readonly entry: DisclosureEntry }
  | { readonly type: 'record'; readonly entry: RecordEntry };

/** Makes an entry of a read; throws ENTRY_INVALID for what could not be kept as it is. */
export function disclosureEntry(draft: DisclosureDraft): Entry {
  const { purpose, persons, at = Date.now() } = draft;
  if (purpose === null) throw new LedgerRefused('ENTRY_INVALID', 'Expected a purpose of what is disclosed.');
  if (!persons.every((person) => validate(person))) {
    throw new LedgerRefused('ENTRY_INVALID', 'Expected the ids of the people whose data is disclosed.');
  }
  return {
    type: 'disclosure',
    entry: {
      id: uuidv7(),
      at,
      requestId: storable(draft.requestId),
      client: storable(draft.client),
      user: storableOrNull(draft.user),
      organization: storableOrNull(draft.organization),
      department: storable(draft.department),
      purpose: storable(purpose),
      caseNumber: storableOrNull(draft.caseNumber),
      persons: persons.map((person) => person.toLowerCase()),
      fields: draft.fields.map(storable),
      breakGlass: draft.breakGlass,
      answer: storableOrNull(draft.answer),
      salt: randomUUID(),
    },
  };
}

/** Makes an entry of something about nobody. */
export const recordEntry = ({ kind, actor = null, facts }: RecordDraft): Entry => ({
  type: 'record',
  entry: {
    id: uuidv7(),
    at: Date.now(),
    kind: storable(kind),
    actor: storableOrNull(actor),
    facts: storable(JSON.stringify(facts)),
  },
});

// A text that the database changes on its way in would not give its hash again.
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
const storableOrNull = (text: string | null): string | null => (text === null ? null : storable(text));
