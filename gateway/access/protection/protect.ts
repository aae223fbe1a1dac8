import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { validate } from 'uuid';
import { withHubRegister } from '../hub-register.ts';
import { OrderRefused, telling } from '../order-refused.ts';
import { listProtected, protect, release, unknownOf } from './keep-protected.ts';

interface Options {
  readonly file?: string;
  readonly release?: true;
  readonly list?: true;
}

const command = new Command('protect')
  .description(
    'Seals people whom no matter opens and no look-up finds, such as witnesses and minors in community correction (受保护人员).',
  )
  .argument('[ids...]', 'ids of people in the graph, never their numbers (人员标识)')
  .option('--file <file>', 'ids, one a line, - for standard input (标识文件)')
  .option('--release', 'end their protection (解除保护)')
  .option('--list', 'list who is protected since when (列出)')
  .action(telling(run));

await command.parseAsync();

async function run(given: readonly string[], options: Options): Promise<void> {
  if (options.list) {
    for (const { id, since, by } of await withHubRegister(({ database }) => listProtected(database))) {
      console.log(`${id}  ${since}  ${by}`);
    }
    return;
  }
  const ids = [...given, ...(options.file === undefined ? [] : linesOf(options.file))];
  if (ids.length === 0 || !ids.every((id) => validate(id))) {
    throw new OrderRefused('expected ids of people, UUIDs (应为人员标识).');
  }
  const changed = await withHubRegister(async ({ database, record }) => {
    const unknown = await unknownOf(database, ids);
    if (unknown > 0) throw new OrderRefused(`expected people whom the hub knows; ${unknown} are not (人员不存在).`);
    // The ledger names nobody: it tells that protection changed, when, by whom and for how many.
    await record(options.release ? 'access.protection-ended' : 'access.protection-begun', { people: ids.length });
    return options.release ? release(database, ids) : protect(database, ids);
  });
  console.log(`${changed} ${options.release ? 'released' : 'protected'}, everywhere within a second (已生效).`);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
      .split(/\s+/)
      .filter(Boolean);
  } catch {
    throw new OrderRefused('expected a readable file of ids (文件无法识别).');
  }
}
