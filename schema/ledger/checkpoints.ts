import type { KeyRing } from '../kit/keys/key-ring.ts';
import type { PairKey } from '../kit/keys/pair-ring.ts';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { checkpointText, readCheckpoint } from './checkpoint.ts';
import { ledgerIn } from './ledger.ts';
import { LedgerRefused } from './ledger-refused.ts';
import { noteKey, signatureLine } from './note.ts';

/** A signed head as it is kept. */
export interface KeptCheckpoint {
  readonly size: number;
  /** When it was signed, RFC 3339. */
  readonly at: string;
  /** Text and signature of the hub. */
  readonly note: string;
  /** Signature lines of witnesses. */
  readonly cosignatures: readonly string[];
}

/** The signed heads of a ledger. */
export interface Checkpoints {
  /**
   * The newest head; signed now where the ledger has grown since. Throws LEDGER_SHRUNK where there is less in it, or
   * something else, than this process or the newest head kept knows of.
   */
  sign(): Promise<KeptCheckpoint>;
  /** The head of this size, where it was signed and is kept. */
  ofSize(size: number): Promise<KeptCheckpoint | null>;
  /** Keeps a witness's signature line beside a head; what it says was verified before. */
  addCosignature(size: number, line: string): Promise<void>;
}

const COLUMNS = 'size, at, note, cosignatures';
const newest = statement<KeptCheckpoint>(`SELECT ${COLUMNS} FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`);
const ofSize = statement<KeptCheckpoint>(`SELECT ${COLUMNS} FROM ledger_checkpoint WHERE size = $1`);
const keep = statement<KeptCheckpoint>(`
  INSERT INTO ledger_checkpoint (${COLUMNS}) VALUES ($1, now(), $2, '{}')
  ON CONFLICT (size) DO UPDATE SET size = EXCLUDED.size RETURNING ${COLUMNS}`);
const addLine = statement<never>(`
  UPDATE ledger_checkpoint SET cosignatures = array_append(cosignatures, $2)
  WHERE size = $1 AND NOT cosignatures @> ARRAY[$2]`);
/** Of the heads that nobody cosigned, the last of each minute stays once they are ten minutes old. */
const forget = statement<never>(`
  DELETE FROM ledger_checkpoint old
  WHERE at < now() - interval '10 minutes' AND at > now() - interval '1 hour' AND cosignatures = '{}'
    AND EXISTS (SELECT FROM ledger_checkpoint later WHERE later.at >= old.at AND later.size > old.size
                AND later.at < date_trunc('minute', old.at) + interval '1 minute')`);

const FORGET_EACH = 100;

/** The signed heads of the ledger in the hub's database; the newest key of the ring signs. */
export function openCheckpoints(database: Database, keys: KeyRing<PairKey>): Checkpoints {
  const ledger = ledgerIn(database);
  let signed = 0;
  let known = { size: 0, root: '' };
  return {
    async sign() {
      // In this order: a head that another process signs meanwhile is of a later tree.
      const [last] = await database.query(newest, []);
      const { origin, tree } = await ledger.state();
      const root = tree.root.toString('base64');
      const head = { size: tree.size, root };
      if (last) refuseShrunk(head, { size: last.size, root: readCheckpoint(last.note).root.toString('base64') });
      refuseShrunk(head, known);
      known = head;
      if (last?.size === tree.size) return last;
      const { publicKey, privateKey } = keys.newest;
      const text = checkpointText({ origin, size: tree.size, root: tree.root });
      const note = `${text}\n${signatureLine(text, noteKey(origin, publicKey), privateKey)}`;
      const [kept] = await database.query(keep, [tree.size, note]);
      if (++signed % FORGET_EACH === 0) await database.query(forget, []);
      return kept as KeptCheckpoint;
    },
    async ofSize(size) {
      const [kept] = await database.query(ofSize, [size]);
      return kept ?? null;
    },
    async addCosignature(size, line) {
      await database.query(addLine, [size, line]);
    },
  };
}

/** A head with all of its signatures, as witnesses and verifiers read it. */
export const wholeNote = ({ note, cosignatures }: KeptCheckpoint): string => note + cosignatures.join('');

interface Head {
  readonly size: number;
  readonly root: string;
}

function refuseShrunk(head: Head, before: Head): void {
  if (head.size > before.size || (head.size === before.size && head.root === before.root) || before.root === '') return;
  throw new LedgerRefused(
    'LEDGER_SHRUNK',
    `Expected the ledger to hold the ${before.size} entries that were signed; it holds ${head.size}, or others.`,
  );
}
