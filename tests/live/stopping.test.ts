import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startHub } from '../bench/child-server.ts';
import { headersOf, subscribe } from './subscriber.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-stopping-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

it('SIGTERM ends every stream at once, with the reason, and the hub with them', async () => {
  const hub = await startHub(dataDirectory, 0);
  const headers = await headersOf({ persona: 'case-handler', purpose: 'docket' }, dataDirectory);
  const url = hub.url.replace(/\/$/, '');
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => subscribe(headers, 'subscription { caseChanged { number } }', {}, url)),
  );
  const start = performance.now();
  const stopped = hub.stop();
  await Promise.all(streams.map(({ over }) => over));
  expect(performance.now() - start).toBeLessThan(2_000);
  for (const { told } of streams) expect(told).toMatchObject([{ errors: [{ extensions: { code: 'HUB_STOPPING' } }] }]);
  await stopped;
  expect(performance.now() - start).toBeLessThan(8_000);
}, 60_000);
