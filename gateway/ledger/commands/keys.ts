import { Command } from 'commander';
import { writeNoteKey } from '../../../schema/ledger/note.ts';
import { withLedger } from './open-ledger.ts';

/** Prints the public keys that verify the heads of the ledger. */
export const keysCommand = (): Command =>
  new Command('keys')
    .description('prints the public keys of the ledger, newest first, for whoever verifies or witnesses it (公钥)')
    .action(() =>
      withLedger(async ({ keys }) => {
        for (const key of keys) console.log(writeNoteKey(key));
      }),
    );
