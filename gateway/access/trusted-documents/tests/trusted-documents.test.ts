import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../../../config.ts';
import { documentHash, loadTrustedDocuments, trustedDocuments } from '../trusted-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = 'query Q { __typename }';

const trust = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '..', 'trust.ts'), ...args]);

describe('npm run trust', () => {
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('enters documents of several clients into a manifest that the hub takes', async () => {
    const manifest = join(folder, 'made.json');
    const [one, two] = [write('one.graphql', text), write('two.graphql', '{ purposes { code } }')];
    const { stdout } = await trust('console', one, two, '--manifest', manifest);
    expect(stdout).toContain(documentHash(text));
    await trust('reports', two, '--manifest', manifest);
    const trusted = loadTrustedDocuments(manifest);
    expect(trusted.isTrusted('console', text)).toBe(true);
    expect(trusted.text('reports', documentHash('{ purposes { code } }'))).toBe('{ purposes { code } }');
    expect(trusted.isTrusted('reports', text)).toBe(false);
  });

  it('enters nothing where one of them does not fit the graph', async () => {
    const manifest = join(folder, 'not-made.json');
    const wrong = write('wrong.graphql', '{ nothing }');
    await expect(trust('console', write('right.graphql', text), wrong, '--manifest', manifest)).rejects.toThrow(
      /nothing/,
    );
    expect(existsSync(manifest)).toBe(false);
  });
});

describe('a manifest of trusted documents', () => {
  it('gives a client its documents by their hash, with or without prefix, in any case', () => {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify({ console: { [`sha256:${documentHash(text)}`]: text } }));
    const trusted = loadTrustedDocuments(file);
    for (const id of [documentHash(text), `sha256:${documentHash(text)}`, documentHash(text).toUpperCase()]) {
      expect(trusted.text('console', id)).toBe(text);
    }
    expect(trusted.text('other', documentHash(text))).toBeUndefined();
    expect(trusted.isTrusted('console', text)).toBe(true);
    expect(trusted.isTrusted('constructor', text)).toBe(false);
  });

  it('is refused where an id is not the hash of its text, with every fault', () => {
    const wrong = { console: { abc: text, [documentHash('x')]: text } };
    expect(() => trustedDocuments(wrong)).toThrow(/console\.abc: .*\n.*not the SHA-256/);
  });

  it.each([[[]], ['text'], [{ console: [text] }], [{ console: { x: 7 } }], [null]])('is refused as %j', (manifest) => {
    expect(() => trustedDocuments(manifest)).toThrow(/Expected a manifest/);
  });

  it('is refused where it cannot be read, without repeating it', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{ "secret');
    expect(() => loadTrustedDocuments(file)).toThrow(/not JSON/);
    expect(() => loadTrustedDocuments(file)).not.toThrow(/secret/);
    expect(() => loadTrustedDocuments(join(folder, 'none.json'))).toThrow(/ENOENT/);
  });

  it('is asked for in production, unless the operator opens the door to any document', () => {
    expect(() => gatewayConfig({ NODE_ENV: 'production' })).toThrow(/HUB_TRUSTED_DOCUMENTS: expected in production/);
    expect(
      gatewayConfig({ NODE_ENV: 'production', HUB_OWN_TOKENS: '1', HUB_OPEN_DOCUMENTS: '1' }).door.openDocuments,
    ).toBe(true);
    const { door } = gatewayConfig({
      NODE_ENV: 'production',
      HUB_OWN_TOKENS: '1',
      HUB_TRUSTED_DOCUMENTS: 'manifest.json',
    });
    expect(door).toMatchObject({ openDocuments: false, trustedDocuments: 'manifest.json' });
    expect(gatewayConfig({}).door.openDocuments).toBe(true);
  });
});
