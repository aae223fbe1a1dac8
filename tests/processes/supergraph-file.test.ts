import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoad } from './load.ts';
import { post } from './post.ts';
import { openShop, type Shop } from './shop-subgraphs.ts';
import { type StartedProcess, startOpen } from './started-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'governance-hub-open-'));
const file = join(directory, 'supergraph.graphql');

let shop: Shop;
let gateway: StartedProcess;

beforeAll(async () => {
  shop = await openShop();
  writeFileSync(file, shop.supergraph());
  gateway = await startOpen(file);
});

afterAll(async () => {
  await gateway.stop();
  shop.close();
  rmSync(directory, { recursive: true, force: true });
});

function replaceFile(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

async function rootFields(): Promise<string[]> {
  const { data } = await post(gateway.url, '{ __type(name: "Query") { fields { name } } }');
  return data.__type.fields.map(({ name }: { name: string }) => name).sort();
}

describe('a supergraph file that changes', () => {
  it('is served as it is now, without losing a request, while older requests end as they began', async () => {
    const load = startLoad({
      urls: [gateway.url],
      headers: {},
      query: '{ goods { id price } }',
      isRight: (answer) => (answer as { data: { goods: unknown[] } }).data.goods.length === 2,
    });
    const slow = post(gateway.url, '{ slowly(milliseconds: 2500) }');
    await pause(200);
    replaceFile(shop.supergraph('first'));
    await gateway.saying(/a new supergraph is served/, 1);
    expect(await rootFields()).toEqual(['first', 'goods', 'slowly']);
    replaceFile(shop.supergraph('second'));
    await gateway.saying(/a new supergraph is served/, 2);
    expect(await rootFields()).toEqual(['goods', 'second', 'slowly']);
    expect((await slow).data).toEqual({ slowly: 'done' });
    const { answered, failures } = await load.stop();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(5);
  });

  it('stays as it was where the new one cannot be served, and says why', async () => {
    const unserved: readonly (readonly [string, string])[] = [
      ['SUPERGRAPH_UNPARSABLE', 'type Query {'],
      ['SUPERGRAPH_NOT_COMPOSED', 'type Query { goods: String }'],
      ['SUPERGRAPH_URL_INVALID', shop.supergraph().replace(/url: "http:[^"]*"/, 'url: ""')],
      ['SUPERGRAPH_NOT_PLANNABLE', shop.supergraph().replaceAll('[Good!]!', '[Nowhere!]!')],
    ];
    for (const [code, text] of unserved) {
      replaceFile(text);
      await gateway.saying(new RegExp(`"code":"${code}"`));
      expect(await rootFields()).toEqual(['goods', 'second', 'slowly']);
    }
  });

  it('stays as it was while the new one is being written, and is taken when that is done', async () => {
    const text = shop.supergraph('third');
    for (let end = 0; end < 8; end += 1) {
      writeFileSync(file, text.slice(0, Math.floor((text.length * end) / 8)));
      await pause(100);
      expect(await rootFields()).toEqual(['goods', 'second', 'slowly']);
    }
    writeFileSync(file, text);
    await gateway.saying(/a new supergraph is served/, 3);
    expect(await rootFields()).toEqual(['goods', 'slowly', 'third']);
  });
});
