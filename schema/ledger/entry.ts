import { leafHashOf, sha256 } from './tree-hashes.ts';

/** One read of personal data: who asked, why, and whom and what one department let out. */
export interface DisclosureEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly requestId: string;
  readonly client: string;
  readonly user: string | null;
  readonly organization: string | null;
  readonly department: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
  /** Ids, which mean nothing. */
  readonly persons: readonly string[];
  readonly fields: readonly string[];
  readonly breakGlass: boolean;
  /** What the department signed of its answers, where it does. */
  readonly answer: string | null;
  /** A random UUID that stays in the ledger: no hash of the entry can be found by guessing. */
  readonly salt: string;
}

/** What happened to the ledger or to the rules around it. Names nobody whose data is kept. */
export interface RecordEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Such as `purpose.changed`. */
  readonly kind: string;
  /** User, or system, who did it. */
  readonly actor: string | null;
  /** JSON. */
  readonly facts: string;
}

const FORM = 'hub-ledger/1';

/** What a disclosure's leaf is made of: the entry itself, its persons and salt as hashes alone. */
export interface DisclosureLeaf extends Omit<DisclosureEntry, 'persons' | 'salt'> {
  /** Base64url. */
  readonly blinding: string;
  /** Base64url. */
  readonly personsHash: string;
}

/** The leaf of an entry. */
export const disclosureLeaf = ({ persons, salt, ...entry }: DisclosureEntry): DisclosureLeaf => ({
  ...entry,
  blinding: sha256(`${salt}/entry`).toString('base64url'),
  personsHash: personsHashOf(persons.map((person) => commitmentOf(person, personKeyOf(salt, person)))),
});

/**
 * The text whose hash is a disclosure's leaf: a JSON array of fixed order in the form of RFC 8785 (no whitespace), so
 * that one entry has one text and one text is one entry.
 */
export const disclosureText = (leaf: number, entry: DisclosureLeaf): string =>
  JSON.stringify([
    FORM,
    'disclosure',
    leaf,
    entry.id,
    new Date(entry.at).toISOString(),
    entry.requestId,
    entry.client,
    entry.user,
    entry.organization,
    entry.department,
    entry.purpose,
    entry.caseNumber,
    entry.fields,
    entry.breakGlass,
    entry.answer,
    entry.blinding,
    entry.personsHash,
  ]);

/** The text whose hash is a record's leaf. */
export const recordText = (leaf: number, { id, at, kind, actor, facts }: RecordEntry): string =>
  JSON.stringify([FORM, 'record', leaf, id, new Date(at).toISOString(), kind, actor, facts]);

/** The hash of a disclosure in this place. */
export const disclosureHash = (leaf: number, entry: DisclosureEntry): Buffer =>
  leafHashOf(disclosureText(leaf, disclosureLeaf(entry)));

/** The hash of a record in this place. */
export const recordHash = (leaf: number, entry: RecordEntry): Buffer => leafHashOf(recordText(leaf, entry));

/** What opens one person of an entry and tells nothing of the others. */
export const personKeyOf = (salt: string, person: string): string => sha256(`${salt}/${person}`).toString('base64url');

/** What stands for a person in an entry's hash. */
export const commitmentOf = (person: string, key: string): Buffer => sha256(`${key}/${person}`);

/** What stands for all persons of an entry, in their order. Base64url. */
export const personsHashOf = (commitments: readonly Buffer[]): string =>
  sha256(Buffer.concat(commitments)).toString('base64url');
