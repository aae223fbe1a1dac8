import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { faultsOf } from '../../../schema/ledger/extract.ts';
import { readNoteKey } from '../../../schema/ledger/note.ts';
import { extractOfPage, extractPage } from '../extract/extract-page.ts';

/** Checks a citizen's extract without the hub, its database or a network. */
export const checkCommand = (): Command =>
  new Command('check')
    .description('checks an extract that somebody was given, without a network or the hub (离线核验本人查询记录)')
    .argument('<file>', 'the page as it was given out (文件)')
    .requiredOption('--key <key>', 'public key of the ledger, or a file of them (账本公钥)')
    .addHelpText('after', '\nEnds with 0 where every line is in the ledger, 1 where one is not (退出码).')
    .action((file: string, { key }: { key: string }) => {
      const page = readFileSync(file, 'utf8');
      const lines = existsSync(key) ? readFileSync(key, 'utf8').split('\n').filter(Boolean) : [key];
      const extract = extractOfPage(page);
      const faults = faultsOf(extract, lines.map(readNoteKey));
      if (extractPage(extract) !== page) faults.push('what is to be read is not what is proved (页面内容与证明不符)');
      for (const { leaf, entry } of extract.entries) {
        const { at, department, fields, purpose, client, user } = entry;
        console.log(
          `${leaf}  ${new Date(at).toISOString()}  ${department}  ${fields.join(' ')}  ${purpose}  ${client}  ${user ?? ''}`,
        );
      }
      for (const fault of faults) console.log(`✗ ${fault}`);
      const { size } = readCheckpoint(extract.checkpoint);
      console.log(
        faults.length === 0
          ? `✓ All ${extract.entries.length} lines are in the ledger of ${size} entries (全部记录核验无误).`
          : '✗ Do not rely on this extract (核验未通过).',
      );
      process.exitCode = faults.length === 0 ? 0 : 1;
    });
