import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A signed head of the ledger. */
export interface Head {
  readonly entries: number;
  /** Base64. */
  readonly rootHash: string;
  /** The hub's signature line, then those of witnesses. */
  readonly signature: string;
  readonly at: string;
}

interface CheckpointRow {
  readonly note: string;
  readonly at: string;
  readonly cosignatures: readonly string[];
}

const newest = statement<CheckpointRow>(
  'SELECT note, at, cosignatures FROM ledger_checkpoint ORDER BY size DESC LIMIT 1',
);

/** Reads the newest signed head for the auditor; null where none was signed yet. */
export async function newestCheckpoint(context: SubgraphContext): Promise<Head | null> {
  if (context.reach('hub.disclosure:audit') !== 'areas') throw missingScope('hub.disclosure:audit');
  const [row] = await context.database.query(newest, []);
  if (!row) return null;
  const { size, root, note } = readCheckpoint(row.note);
  const lines = [...note.signatures.map(({ line }) => line), ...row.cosignatures];
  return { entries: size, rootHash: root.toString('base64'), signature: lines.join('').trimEnd(), at: row.at };
}
