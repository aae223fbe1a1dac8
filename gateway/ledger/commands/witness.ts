import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { readNoteKey, writeNoteKey } from '../../../schema/ledger/note.ts';
import { ledgerOverHttp } from '../witness/ledger-over-http.ts';
import { WitnessAlarm } from '../witness/witness-alarm.ts';
import { witnessOnce } from '../witness/witness-once.ts';
import { openWitnessState } from '../witness/witness-state.ts';

interface Asked {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  readonly every?: number;
}

const seconds = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected seconds, from 1 (应为秒数).');
  return Number(text);
};

/** Watches a hub's ledger from another machine. */
export const witnessCommand = (): Command =>
  new Command('witness')
    .description('watches the ledger of a hub from a machine of your own and co-signs its heads (见证并联署检查点)')
    .argument('<hub>', 'address of the hub, such as http://hub.example:4000 (中枢地址)')
    .requiredOption('--key <key>', 'public key of the ledger, or a file of them, handed over in person (账本公钥)')
    .requiredOption('--name <name>', 'name of this witness, such as audit.example/witness (见证人名称)')
    .option('--state <folder>', 'where this witness keeps its key and the last head (状态目录)', 'witness')
    .option('--every <seconds>', 'looks again and again instead of once (间隔秒数)', seconds)
    .addHelpText(
      'after',
      '\nThe hub keeps the signatures of witnesses whose keys are lines of keys/witnesses.txt in its data directory' +
        '\n(中枢只保留 keys/witnesses.txt 所列见证人的签名).' +
        '\nEnds with 1, and signs nothing, where the ledger was rewritten, cut off or forked; the head that shows it is' +
        '\nkept in the folder. Ends with 2 where the hub does not answer (1 账本异常，2 无法连接).',
    )
    .action(async (hub: string, { key, name, state: folder, every }: Asked) => {
      const lines = existsSync(key) ? readFileSync(key, 'utf8').split('\n').filter(Boolean) : [key];
      const state = openWitnessState(resolve(folder), name);
      console.log(`Key of this witness (见证人公钥): ${writeNoteKey(state.key)}`);
      const ledger = ledgerOverHttp(hub);
      for (;;) {
        process.exitCode = await look(async () => {
          const { size, grownBy } = await witnessOnce(ledger, lines.map(readNoteKey), state);
          console.log(
            `✓ ${new Date().toISOString()} ${size} entries, ${grownBy} more; signed and handed back (已联署)`,
          );
        });
        // An alarm is for people: nothing that comes after it makes the ledger whole again.
        if (every === undefined || process.exitCode === 1) return;
        await pause(every * 1_000);
      }
    });

async function look(work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    if (!(fault instanceof WitnessAlarm)) {
      console.error(`✗ ${fault.message}`);
      return 2;
    }
    console.error(`\x07\n!!! ALARM (警报) ${fault.code}: ${fault.message}`);
    console.error('!!! Nothing was signed. The head is kept as evidence; call the hub’s keepers (未签名，证据已留存).');
    return 1;
  }
}
