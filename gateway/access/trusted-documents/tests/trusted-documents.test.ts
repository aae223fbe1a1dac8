import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../../../config.ts';
import { documentHash, loadTrustedDocuments, trustedDocuments } from '../trusted-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = 'query Q { __typename }';

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
    expect(gatewayConfig({ NODE_ENV: 'production', HUB_OPEN_DOCUMENTS: '1' }).door.openDocuments).toBe(true);
    const { door } = gatewayConfig({ NODE_ENV: 'production', HUB_TRUSTED_DOCUMENTS: 'manifest.json' });
    expect(door).toMatchObject({ openDocuments: false, trustedDocuments: 'manifest.json' });
    expect(gatewayConfig({}).door.openDocuments).toBe(true);
  });
});
