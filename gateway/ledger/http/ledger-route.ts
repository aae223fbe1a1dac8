import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { type Checkpoints, wholeNote } from '../../../schema/ledger/checkpoints.ts';
import { keptRangeRoots } from '../../../schema/ledger/kept-hashes.ts';
import { LedgerRefused } from '../../../schema/ledger/ledger-refused.ts';
import { type NoteKey, writeNoteKey } from '../../../schema/ledger/note.ts';
import { proveConsistency } from '../../../schema/ledger/proof.ts';
import type { Database } from '../../../schema/register/database.ts';
import { Refusal } from '../../http/refusal.ts';
import { send } from '../../http/respond.ts';
import { takeCosignature } from './take-cosignature.ts';

/** What the door shows of the ledger to anybody: hashes and signatures, no entry. */
export interface LedgerRoute {
  /** Answers a path of the ledger's; false where it is none. Throws a {@link Refusal}. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export interface LedgerRouteParts {
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  /** The hub's own keys, newest first. */
  readonly keys: () => Promise<readonly NoteKey[]>;
  readonly witnesses: () => readonly NoteKey[];
}

const TEXT = 'text/plain; charset=utf-8';
const MOST_BYTES = 16_384;

/** `GET /ledger/checkpoint`, `GET /ledger/consistency`, `GET /ledger/keys` and `POST /ledger/cosignatures`. */
export function createLedgerRoute({ database, checkpoints, keys, witnesses }: LedgerRouteParts): LedgerRoute {
  const consistency = async (from: number, to: number): Promise<string> => {
    const { size } = readCheckpoint((await checkpoints.sign()).note);
    if (!(from <= to && to <= size)) throw new LedgerRefused('RANGE_INVALID', `Expected from ≤ to ≤ ${size}.`);
    const proof = await proveConsistency(keptRangeRoots(database), from, to);
    return JSON.stringify({ from, to, proof: proof.map((hash) => hash.toString('base64')) });
  };
  const answer = async (path: string, request: IncomingMessage): Promise<[type: string, body: string] | null> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/ledger/checkpoint' && isRead) return [TEXT, wholeNote(await checkpoints.sign())];
    if (path === '/ledger/keys' && isRead) return [TEXT, `${(await keys()).map(writeNoteKey).join('\n')}\n`];
    if (path === '/ledger/consistency' && isRead) {
      const { searchParams } = new URL(request.url ?? '/', 'http://hub');
      return ['application/json', await consistency(...sizesOf(searchParams))];
    }
    if (path === '/ledger/cosignatures' && request.method === 'POST') {
      const taken = await takeCosignature(await readText(request), checkpoints, witnesses());
      return ['application/json', JSON.stringify({ taken })];
    }
    return null;
  };
  return {
    async serve(path, request, response) {
      if (!path.startsWith('/ledger/')) return false;
      const told = await answer(path, request).catch((fault: unknown) => {
        if (fault instanceof LedgerRefused && fault.code in STATUS) {
          throw new Refusal(STATUS[fault.code] as number, { code: fault.code }, fault.message);
        }
        throw fault;
      });
      if (!told) return false;
      send(response, 200, ...told);
      return true;
    },
  };
}

const STATUS: Readonly<Record<string, number>> = {
  RANGE_INVALID: 400,
  NOTE_INVALID: 400,
  KEY_UNKNOWN: 403,
  LEDGER_SHRUNK: 503,
};

function sizesOf(parameters: URLSearchParams): [from: number, to: number] {
  const [from, to] = ['from', 'to'].map((name) => {
    const text = parameters.get(name) ?? '';
    if (!/^\d{1,15}$/.test(text)) throw new LedgerRefused('RANGE_INVALID', 'Expected ?from=<entries>&to=<entries>.');
    return Number(text);
  });
  return [from as number, to as number];
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) throw new LedgerRefused('NOTE_INVALID', `Expected at most ${MOST_BYTES} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
