import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { wholeNote } from '../../../schema/ledger/checkpoints.ts';
import { withLedger } from './open-ledger.ts';

/** Prints or saves the newest head, signed now where the ledger has grown. */
export const checkpointCommand = (): Command =>
  new Command('checkpoint')
    .description('prints the newest signed head, with the signatures of witnesses; keep it elsewhere (签发检查点)')
    .option('--out <file>', 'writes it to a new file instead (写入文件)')
    .action(({ out }: { out?: string }) =>
      withLedger(async ({ checkpoints }) => {
        const note = wholeNote(await checkpoints.sign());
        if (out === undefined) return void process.stdout.write(note);
        writeFileSync(out, note, { flag: 'wx' });
        console.log(`The head of ${note.split('\n')[1]} entries is in ${out} (已保存).`);
      }),
    );
