import { Command } from 'commander';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { wholeNote } from '../../../schema/ledger/checkpoints.ts';
import { keptRangeRoots } from '../../../schema/ledger/kept-hashes.ts';
import { LedgerRefused } from '../../../schema/ledger/ledger-refused.ts';
import { proveConsistency, proveInclusion } from '../../../schema/ledger/proof.ts';
import { withLedger } from './open-ledger.ts';
import { place } from './verify.ts';

interface Asked {
  readonly entry?: number;
  readonly since?: number;
}

/** Prints a proof as JSON, with the head that it leads to. */
export const proveCommand = (): Command =>
  new Command('prove')
    .description('proves that an entry is in the ledger, or that it only grew, as RFC 9162 says (生成包含或一致性证明)')
    .option('--entry <number>', 'the entry whose inclusion is proved (条目序号)', place)
    .option('--since <entries>', 'the size of an earlier head from which the ledger grew (此前条目数)', place)
    .action(({ entry, since }: Asked, command: Command) => {
      if ((entry === undefined) === (since === undefined))
        command.error('error: Expected --entry or --since (二选一).');
      return withLedger(async ({ database, checkpoints }) => {
        const checkpoint = wholeNote(await checkpoints.sign());
        const { size } = readCheckpoint(checkpoint);
        if ((entry ?? 0) >= size || (since ?? 0) > size) {
          throw new LedgerRefused('RANGE_INVALID', `Expected a place in the ledger of ${size} entries.`);
        }
        const roots = keptRangeRoots(database);
        const proof =
          entry === undefined
            ? await proveConsistency(roots, since ?? 0, size)
            : await proveInclusion(roots, entry, size);
        console.log(
          JSON.stringify({ entry, since, checkpoint, proof: proof.map((hash) => hash.toString('base64')) }, null, 2),
        );
      });
    });
