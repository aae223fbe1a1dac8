import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { departmentNames } from '../schema/departments.ts';
import { importsOf } from './kit/imports-of.ts';
import { sourceFiles } from './kit/source-files.ts';

const root = resolve(import.meta.dirname, '..');
const files = sourceFiles(root);
const code = files.filter((file) => /\.(ts|js)$/.test(file));
const departments = departmentNames();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const isTest = (file: string) => file.startsWith('tests/') || file.includes('/tests/') || file.endsWith('.test.ts');
const topOf = (file: string) => file.split('/', 1)[0] ?? '';
const departmentOf = (file: string) => /^subgraphs\/([^/]+)\//.exec(file)?.[1];

/** Every import of one file by another of this repository. */
const imports = code.flatMap((from) =>
  importsOf(read(from))
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ from, to: relative(root, resolve(root, dirname(from), target)) })),
);
const told = (list: readonly { from: string; to: string }[]) => list.map(({ from, to }) => `${from} → ${to}`);

/** Which folder a folder's code may import from; tests may import anything. */
const directions: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema'],
  gateway: ['gateway', 'schema'],
  subgraphs: ['subgraphs', 'schema'],
  tests: ['tests', 'gateway', 'subgraphs', 'schema'],
};

/** Finds modules by looking into folders instead of by name; nobody else may import what it does not name. */
const discoverers = [
  'schema/backup/beside.ts',
  'schema/kit/federation.ts',
  'schema/load-subgraph.ts',
  'schema/extracts/discover-layouts.ts',
  'schema/extracts/open-destination.ts',
  'schema/extracts/open-link-register.ts',
  'schema/synthetic/generate-district.ts',
];

/** What every department folder holds. */
const rooms = ['README.md', 'builder.ts', 'subgraph.ts', 'types', 'loaders', 'prisma/schema.prisma', 'tests'];
/** What a department that keeps a register of exchanged extracts holds besides. */
const registerRooms = ['extracts', 'synthetic'];
/** The one department that takes in no extracts: it keeps the hub's own records. */
const withoutExtracts = ['hub'];

/** Names that say nothing of what is inside. */
const nameless = /^(utils?|helpers?|misc|lib|common|shared-helpers|stuff|tools)(\.|$)/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Names that a tool or a custom prescribes. */
const prescribed =
  /^(README|LICENSE|CHANGELOG|CONTRIBUTING)(\.[a-z-]+)?$|^\d{14}_[a-z0-9_]+$|^migration_lock\.toml$|^\./;

const LONGEST_FILE = 200;
/** Longer, for a reason that a split would not serve. */
const longFiles: Readonly<Record<string, string>> = {
  'subgraphs/governance-center/types/Case.ts': 'one type of thirty fields',
};

describe('the architecture', () => {
  it('imports in one direction: tests → gateway, subgraphs → schema', () => {
    const wrong = imports.filter(
      ({ from, to }) => !isTest(from) && topOf(from) in directions && !directions[topOf(from)]?.includes(topOf(to)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('has no gateway code that imports a department’s, in tests neither', () => {
    expect(told(imports.filter(({ from, to }) => from.startsWith('gateway/') && to.startsWith('subgraphs/')))).toEqual(
      [],
    );
  });

  it('lets departments meet in the graph alone', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [departmentOf(from), departmentOf(to)];
      return other !== undefined && own !== other && from.startsWith('subgraphs/');
    });
    expect(told(wrong)).toEqual([]);
  });

  it('names each module it imports, save where folders are discovered', () => {
    const wrong = code.filter((file) => !isTest(file) && /\bimport\(\s*(?!['"`][\w@.])/.test(read(file)));
    expect(wrong.filter((file) => !discoverers.includes(file))).toEqual([]);
  });

  it('imports nothing of tests into what runs', () => {
    expect(told(imports.filter(({ from, to }) => !isTest(from) && isTest(to)))).toEqual([]);
  });

  it('gives every department the same rooms', () => {
    const missing = departments.flatMap((department) =>
      [...rooms, ...(withoutExtracts.includes(department) ? [] : registerRooms)]
        .map((room) => `subgraphs/${department}/${room}`)
        .filter((room) => !existsSync(join(root, room))),
    );
    expect(missing).toEqual([]);
  });

  it('tests every department', () => {
    const tested = (department: string) =>
      files.some((file) => file.startsWith(`subgraphs/${department}/tests/`) && file.endsWith('.test.ts'));
    expect(departments.filter((department) => !tested(department))).toEqual([]);
  });

  it('names the file of a GraphQL type after the type', () => {
    const wrong = files
      .filter((file) => /^subgraphs\/[^/]+\/types\/[^/]+\.ts$/.test(file))
      // Where types refer to one another in circles, their references stand in a file of their own.
      .filter((file) => !file.endsWith('/references.ts'))
      .filter((file) => !definesType(read(file), /([^/]+)\.ts$/.exec(file)?.[1] ?? ''));
    expect(wrong).toEqual([]);
  });

  it('names folders and files in kebab-case, but for the files of GraphQL types', () => {
    // Tests of a type or a root field bear its name as well.
    const types = /^subgraphs\/[^/]+\/(types\/[A-Z][A-Za-z]*|tests\/[A-Za-z]+\.test)\.ts$/;
    const wrong = files.filter(
      (file) => !types.test(file) && file.split('/').some((part) => !kebabCase.test(part) && !prescribed.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    expect(files.filter((file) => file.split('/').some((part) => nameless.test(part)))).toEqual([]);
  });

  it('reads the environment in config files alone', () => {
    // Tests and their kit start the hub as its users do, by its environment.
    const wrong = code.filter((file) => !isTest(file) && !/(^|\/)config\.ts$/.test(file));
    expect(wrong.filter((file) => /\bprocess\.env\b/.test(read(file)))).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    const long = code
      .filter((file) => !isTest(file))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(long.filter(({ file, lines }) => lines > LONGEST_FILE && !(file in longFiles))).toEqual([]);
  });

  it('skips no test', () => {
    const skips = /\b(it|test|describe)(\.concurrent)?\.(skip|todo|only|fails)\b/;
    expect(code.filter((file) => isTest(file) && skips.test(read(file)))).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    const machine = /\/(work|home|Users)\/[a-z]|\/tmp\/[a-z]/;
    const texts = files.filter((file) => /\.(ts|js|json|md|graphql|sql|prisma|yml|sh)$|^\.ci\//.test(file));
    expect(texts.filter((file) => file !== 'tests/architecture.test.ts' && machine.test(read(file)))).toEqual([]);
  });

  it('has every department declare whether it makes people visible beyond the viewer’s areas', () => {
    const admitting = (file: string) => /^subgraphs\/[^/]+\/loaders\//.test(file) && /^\s+admits: /m.test(read(file));
    const departments = new Set(code.filter(admitting).map(departmentOf));
    const declaring = code.filter((file) => file.endsWith('/subgraph.ts') && read(file).includes('admits: true'));
    expect(departments.size).toBeGreaterThan(0);
    expect(declaring.map(departmentOf).toSorted()).toEqual([...departments].toSorted());
  });

  it('lets loaders alone touch a register', () => {
    const allowed =
      /^subgraphs\/[^/]+\/(loaders|link-register|purposes)\/|^subgraphs\/[^/]+\/(register|seed|prepare)\.ts$/;
    const touching = code.filter((file) => {
      if (departmentOf(file) === undefined || isTest(file) || allowed.test(file)) return false;
      return (
        imports.some(
          ({ from, to }) => from === file && /^schema\/register\/(database|statement|prisma)\.ts$/.test(to),
        ) || /\bdatabase\s*\.\s*(query|pool|transaction)\b/.test(read(file))
      );
    });
    expect(touching).toEqual([]);
  });
});

/** Whether the text defines the GraphQL type of this name, or the root field of this name and what it alone takes. */
function definesType(text: string, name: string): boolean {
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return (
    new RegExp(
      `\\b${name}\\.implement\\(|['"]${name}['"]|connectionType(<[^]*?>)?\\(\\s*builder,\\s*['"]${name.replace(/Connection$/, '')}['"]`,
    ).test(text) ||
    (/^(Query|Mutation|Subscription)$/.test(name) && text.includes(`.${field}Type(`)) ||
    new RegExp(`\\.queryFields?\\((['"]${field}['"]|\\(\\w+\\) => \\(\\{[^]*\\b${field}:)`).test(text)
  );
}
