import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { committedGraph } from '../committed-graph.ts';
import { type HubRegister, withHubRegister } from '../hub-register.ts';
import { OrderRefused, telling } from '../order-refused.ts';
import { type KeptPurpose, listPurposes, purposeVersions, savePurpose } from './keep-purposes.ts';
import { purposeFaults } from './purpose-faults.ts';
import { type PurposeForm, purposeShape } from './purpose-form.ts';

interface ChangeOptions {
  readonly file?: string;
  readonly addScope?: readonly string[];
  readonly dropScope?: readonly string[];
  readonly persona?: string[];
  readonly client?: string[];
  readonly withhold?: boolean;
  readonly reason: string;
}

const command = new Command('purposes').description(
  'Keeps the purposes: why somebody may ask, by which law and for what. Every change is a version of its own and in the ledger (用途管理).',
);
const reason = ['--reason <text>', 'why it is changed, for the ledger; names nobody (变更理由)'] as const;

command.command('list').description('Lists the purposes, those that are over too (列出用途).').action(telling(list));
command
  .command('show')
  .description('Prints a purpose as JSON, as `add` and `change --file` take it (导出用途).')
  .argument('<code>', 'code of the purpose (用途代码)')
  .action(telling(show));
command
  .command('history')
  .description('Lists who changed a purpose when and why, by this command or not (变更历史).')
  .argument('<code>', 'code of the purpose (用途代码)')
  .action(telling(history));
command
  .command('add')
  .description('Enters a purpose from a JSON file, - for standard input (新增用途).')
  .argument('<file>', 'the purpose as JSON (用途文件)')
  .requiredOption(...reason)
  .action(telling(add));
command
  .command('change')
  .description('Changes a purpose, in force within a second (变更用途).')
  .argument('<code>', 'code of the purpose (用途代码)')
  .option('--file <file>', 'the whole purpose as JSON, - for standard input (用途文件)')
  .option('--add-scope <scope...>', 'scopes to open within the viewer’s areas (增加权限)')
  .option('--drop-scope <scope...>', 'scopes to close, for matters too (移除权限)')
  .option('--persona <name...>', 'the kinds of users who may state it, instead of those before (用户类型)')
  .option('--client <id...>', 'the clients that may state it, instead of those before; `any` for all (客户端)')
  .option(
    '--withhold',
    'tells people of its reads only once the matter is released: running investigations (解除前暂不告知)',
  )
  .option('--no-withhold', 'tells people of its reads at once (即时告知)')
  .requiredOption(...reason)
  .action(telling(change));
command
  .command('end')
  .description('Ends a purpose, now or at a time; what was read for it stays explained (停用用途).')
  .argument('<code>', 'code of the purpose (用途代码)')
  .option('--at <time>', 'when, such as 2026-12-31T00:00:00+08:00; now unless told (停用时间)')
  .requiredOption(...reason)
  .action(telling(end));

await command.parseAsync();

async function list(): Promise<void> {
  const words = { VALID: '', AHEAD: '  not yet valid (未生效)', OVER: '  over (已停用)' };
  for (const one of await withHubRegister(({ database }) => listPurposes(database))) {
    const { code, titleZh, boundTo, personas, clients, validFrom, validTo, version, validity } = one;
    console.log(
      `${code}  ${titleZh}  ${boundTo}  version ${version}  ${validFrom} – ${validTo ?? '…'}${words[validity]}`,
    );
    console.log(`  users: ${personas.join(' ')}  clients: ${clients.join(' ') || 'any'}`);
    console.log(`  scopes: ${one.scopes.join(' ') || '-'}`);
    if (one.matterScopes.length > 0) console.log(`  for the matter: ${one.matterScopes.join(' ')}`);
    if (one.withheldUntilReleased)
      console.log('  people are told of reads once the matter is released (解除前暂不告知本人)');
  }
}

async function show(code: string): Promise<void> {
  const { version: _version, validity: _validity, ...form } = await withHubRegister((hub) => known(hub, code));
  console.log(JSON.stringify(form, null, 2));
}

async function history(code: string): Promise<void> {
  const versions = await withHubRegister(({ database }) => purposeVersions(database, code));
  if (versions.length === 0)
    throw new OrderRefused(`Expected the code of a purpose; there is none of ${code} (用途不存在).`);
  for (const { version, change: kind, at, changedBy, reason: why } of versions) {
    console.log(`${version}  ${at}  ${kind}  ${changedBy}  ${why ?? '-'}`);
  }
}

async function add(file: string, options: { reason: string }): Promise<void> {
  const purpose = lawful(read(file));
  await withHubRegister(async (hub) => {
    const taken = (await listPurposes(hub.database)).some(({ code }) => code === purpose.code);
    if (taken)
      throw new OrderRefused(`Expected a code of its own; ${purpose.code} is there: change it instead (用途已存在).`);
    await save(hub, 'purpose.added', purpose, options.reason);
  });
  console.log(`${purpose.code} may be stated from ${purpose.validFrom ?? 'now'} on (已登记).`);
}

async function change(code: string, options: ChangeOptions): Promise<void> {
  await withHubRegister(async (hub) => {
    const { version: _version, validity: _validity, ...before } = await known(hub, code);
    const { file, addScope = [], dropScope = [], persona, client, withhold } = options;
    const after = { ...before, ...(file === undefined ? {} : (read(file) as object)), code };
    const left = (scopes: readonly string[]) => scopes.filter((scope) => !dropScope.includes(scope));
    const purpose = lawful({
      ...after,
      scopes: [...new Set([...left(after.scopes), ...addScope])],
      matterScopes: left(after.matterScopes),
      ...(persona && { personas: persona }),
      ...(client && { clients: client.includes('any') ? [] : client }),
      ...(withhold !== undefined && { withheldUntilReleased: withhold }),
    });
    await save(hub, 'purpose.changed', purpose, options.reason);
  });
  console.log(`${code} is changed, in force within a second (已变更).`);
}

async function end(code: string, options: { at?: string; reason: string }): Promise<void> {
  await withHubRegister(async (hub) => {
    const { version: _version, validity: _validity, ...before } = await known(hub, code);
    const validTo = options.at ?? new Date().toISOString();
    await save(hub, 'purpose.ended', lawful({ ...before, validTo }), options.reason);
  });
  console.log(`${code} is over from ${options.at ?? 'now'} on (已停用).`);
}

/** Enters the change in the ledger, whole, and makes it. */
async function save(hub: HubRegister, kind: string, purpose: PurposeForm, why: string): Promise<void> {
  await hub.record(kind, { ...purpose, reason: why });
  await savePurpose(hub.database, purpose, { by: userInfo().username, reason: why });
}

async function known({ database }: HubRegister, code: string): Promise<KeptPurpose> {
  const all = await listPurposes(database);
  const found = all.find((purpose) => purpose.code === code);
  const codes = all.map((purpose) => purpose.code).join(', ');
  if (!found) throw new OrderRefused(`Expected the code of a purpose: ${codes} (用途不存在).`);
  return found;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch {
    throw new OrderRefused('Expected a readable file with a purpose as JSON (文件无法识别).');
  }
}

/** The purpose, where it may be stored; otherwise every fault at once. */
function lawful(form: unknown): PurposeForm {
  const shaped = purposeShape.safeParse(form);
  const faults = shaped.success
    ? purposeFaults(shaped.data, committedGraph())
    : shaped.error.issues.map(({ path, message }) => `${path.join('.') || 'purpose'}: ${message}`);
  if (shaped.success && faults.length === 0) return shaped.data;
  throw new OrderRefused(`The purpose cannot be stored (用途不合规):\n${faults.join('\n')}`);
}
