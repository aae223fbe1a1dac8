import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysDirectory } from '../../../schema/kit/keys/config.ts';
import { type NoteKey, readNoteKey } from '../../../schema/ledger/note.ts';

/** The file of the witnesses whose signatures the hub keeps: a key a line, beside the hub's own keys. */
export const witnessesFile = (dataDirectory: string): string => join(keysDirectory(dataDirectory), 'witnesses.txt');

/** Reads the keys of the witnesses, none where there is no file; empty lines and lines that begin with # mean nothing. */
export function witnessKeys(dataDirectory: string): NoteKey[] {
  const file = witnessesFile(dataDirectory);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map(readNoteKey);
}
