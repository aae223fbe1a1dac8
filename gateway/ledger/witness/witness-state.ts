import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnce } from '../../../schema/kit/write-once.ts';
import { readCheckpoint, type SignedCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { type NoteKey, noteKey } from '../../../schema/ledger/note.ts';

/** What a witness keeps in a folder of its own: its key, and the last head that it signed. */
export interface WitnessState {
  readonly key: NoteKey;
  readonly privateKey: KeyObject;
  /** The last head that was signed; undefined before the first. */
  last(): SignedCheckpoint | undefined;
  /** Remembers a head before it is signed. */
  remember(note: string): void;
  /** Keeps a head that was not signed, as evidence, and answers its file. */
  keepEvidence(note: string): string;
}

/** Opens the folder of a witness of this name; its key is made on first use and readable by its owner alone. */
export function openWitnessState(folder: string, name: string): WitnessState {
  const keyFile = join(folder, 'witness.key.pem');
  const headFile = join(folder, 'last-checkpoint.txt');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeOnce(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  }
  const privateKey = createPrivateKey(readFileSync(keyFile));
  return {
    privateKey,
    key: noteKey(name, createPublicKey(privateKey), 'cosignature'),
    last: () => (existsSync(headFile) ? readCheckpoint(readFileSync(headFile, 'utf8')) : undefined),
    remember(note) {
      writeFileSync(`${headFile}.new`, note, { mode: 0o600, flush: true });
      renameSync(`${headFile}.new`, headFile);
    },
    keepEvidence(note) {
      const file = join(folder, `refused-${new Date().toISOString().replaceAll(':', '-')}.txt`);
      writeFileSync(file, note, { mode: 0o600, flush: true });
      return file;
    },
  };
}
