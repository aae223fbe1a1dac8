import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { keysDirectory } from '../../../schema/kit/keys/config.ts';
import { keyOrdinals } from '../../../schema/kit/keys/key-files.ts';
import { openPublicRing } from '../../../schema/kit/keys/pair-ring.ts';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { faultsOf } from '../../../schema/ledger/extract.ts';
import { LedgerRefused } from '../../../schema/ledger/ledger-refused.ts';
import { type NoteKey, noteKey, readNoteKey } from '../../../schema/ledger/note.ts';
import { registerConfig } from '../../../schema/register/config.ts';
import { extractOfPage, extractPage } from '../extract/extract-page.ts';

const LEDGER_KEYS = 'ledger';

/** Checks a citizen's extract without the hub, its database or a network. */
export const checkCommand = (): Command =>
  new Command('check')
    .description('checks an extract that somebody was given, without a network or the hub (离线核验本人查询记录)')
    .argument('<file>', 'the page as it was given out (文件)')
    .option(
      '--key <key>',
      'public key of the ledger, or a file of them; those of the hub beside it unless told (账本公钥，默认用本机中枢的公钥)',
    )
    .addHelpText('after', '\nEnds with 0 where every line is in the ledger, 1 where one is not (退出码).')
    .action((file: string, { key }: { key?: string }) => {
      const page = readFileSync(file, 'utf8');
      const extract = extractOfPage(page);
      const keys = key === undefined ? ownKeys(readCheckpoint(extract.checkpoint).origin) : toldKeys(key);
      const faults = faultsOf(extract, keys);
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

const toldKeys = (key: string): NoteKey[] =>
  (existsSync(key) ? readFileSync(key, 'utf8').split('\n').filter(Boolean) : [key]).map(readNoteKey);

/** The public keys of the hub whose data lie here; throws KEY_UNKNOWN where there are none. */
function ownKeys(origin: string): NoteKey[] {
  const { dataDirectory } = registerConfig();
  const directory = keysDirectory(dataDirectory);
  const isHere = (['jwk.json', 'public.jwk.json'] as const).some(
    (ending) => keyOrdinals(directory, LEDGER_KEYS, ending).length > 0,
  );
  if (!isHere) {
    throw new LedgerRefused('KEY_UNKNOWN', 'Expected --key: there is no hub here whose keys could be taken.');
  }
  return openPublicRing(dataDirectory, LEDGER_KEYS).all.map(({ publicKey }) => noteKey(origin, publicKey));
}
