import { createPublicKey, type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { LedgerRefused } from './ledger-refused.ts';
import { sha256 } from './tree-hashes.ts';

/** What a key signs: a checkpoint of its own log, or that a witness saw a checkpoint (C2SP signed-note). */
export type SignatureKind = 'checkpoint' | 'cosignature';

const KIND_BYTES: Readonly<Record<SignatureKind, number>> = { checkpoint: 0x01, cosignature: 0x04 };
const ID_BYTES = 4;
const KEY_BYTES = 32;

/** Who may sign notes, by a name and a key. */
export interface NoteKey {
  readonly name: string;
  readonly kind: SignatureKind;
  readonly publicKey: KeyObject;
  /** The first four bytes of a hash over name, kind and key. */
  readonly id: Buffer;
}

/** A text and its signature lines. */
export interface Note {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly {
    readonly name: string;
    readonly id: Buffer;
    readonly signature: Buffer;
    readonly line: string;
  }[];
}

const rawKey = (publicKey: KeyObject): Buffer => Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');

/** A key of this name (no spaces, no plus). */
export function noteKey(name: string, publicKey: KeyObject, kind: SignatureKind = 'checkpoint'): NoteKey {
  if (!/^[^\s+]+$/u.test(name))
    throw new LedgerRefused('NOTE_INVALID', 'Expected a name without spaces or plus signs.');
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(KIND_BYTES[kind]), rawKey(publicKey)]));
  return { name, kind, publicKey, id: id.subarray(0, ID_BYTES) };
}

/** A key as one line, to be handed on: `name+id+key` (C2SP signed-note, verifier keys). */
export const writeNoteKey = ({ name, kind, publicKey, id }: NoteKey): string =>
  `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(KIND_BYTES[kind]), rawKey(publicKey)]).toString('base64')}`;

/** Reads such a line; throws NOTE_INVALID. */
export function readNoteKey(line: string): NoteKey {
  const [, name = '', id, key = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(line.trim()) ?? [];
  const bytes = Buffer.from(key, 'base64');
  const kind = (Object.keys(KIND_BYTES) as SignatureKind[]).find((one) => KIND_BYTES[one] === bytes[0]);
  if (!kind || bytes.length !== KEY_BYTES + 1)
    throw new LedgerRefused('NOTE_INVALID', 'Expected a key as name+id+key.');
  const x = bytes.subarray(1).toString('base64url');
  const read = noteKey(name, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), kind);
  if (read.id.toString('hex') !== id) throw new LedgerRefused('NOTE_INVALID', 'Expected a key whose id is its own.');
  return read;
}

/** A signature line over a text. A cosignature says when, in seconds since 1970 (C2SP tlog-cosignature). */
export function signatureLine(text: string, key: NoteKey, privateKey: KeyObject, seconds = 0): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = signBytes(null, signed(key.kind, text, seconds), privateKey);
  const bytes = Buffer.concat(key.kind === 'checkpoint' ? [key.id, signature] : [key.id, time, signature]);
  return `— ${key.name} ${bytes.toString('base64')}\n`;
}

/** Reads a note (C2SP signed-note); throws NOTE_INVALID. */
export function readNote(content: string): Note {
  const end = content.lastIndexOf('\n\n');
  const lines = content.slice(end + 2).split('\n');
  if (end < 0 || lines.pop() !== '' || lines.length === 0) throw invalid();
  const signatures = lines.map((line) => {
    const [, name, base64] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    if (!name || bytes.length <= ID_BYTES) throw invalid();
    return { name, id: bytes.subarray(0, ID_BYTES), signature: bytes.subarray(ID_BYTES), line: `${line}\n` };
  });
  return { text: content.slice(0, end + 1), signatures };
}

/** The keys among these that signed the note; others may have signed it too. A signature that is wrong counts as none. */
export const signersOf = ({ text, signatures }: Note, keys: readonly NoteKey[]): NoteKey[] =>
  keys.filter((key) =>
    signatures.some(({ name, id, signature }) => {
      if (name !== key.name || !id.equals(key.id)) return false;
      const isTimed = key.kind === 'cosignature';
      if (signature.length !== (isTimed ? 72 : 64)) return false;
      const seconds = isTimed ? Number(signature.readBigUInt64BE()) : 0;
      return verifyBytes(null, signed(key.kind, text, seconds), key.publicKey, signature.subarray(isTimed ? 8 : 0));
    }),
  );

const signed = (kind: SignatureKind, text: string, seconds: number): Buffer =>
  Buffer.from(kind === 'checkpoint' ? text : `cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');

const invalid = () => new LedgerRefused('NOTE_INVALID', 'Expected a signed note: a text, an empty line, signatures.');
