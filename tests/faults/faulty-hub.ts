import { inject } from 'vitest';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import { gatewayConfig } from '../../gateway/config.ts';
import { setUpDepartments } from '../../gateway/start/set-up-departments.ts';
import { setUpDoor } from '../../gateway/start/set-up-door.ts';
import { setUpHub } from '../../gateway/start/set-up-hub.ts';
import { environmentPrefix } from '../../schema/departments.ts';
import { openDatabases } from '../../schema/register/open-databases.ts';
import type { Asker } from '../kit/hub-client.ts';

/** An answer, how long it took, and what the hub says of its sources. */
export interface TimedAnswer {
  readonly milliseconds: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly department?: string; readonly asOf?: string };
  }[];
  readonly sources: readonly {
    readonly department: string;
    readonly status: string;
    readonly latencyMs: number;
    readonly asOf?: string;
  }[];
}

/** A hub in this process over the running hub's registers, some of whose departments are somewhere else. */
export interface FaultyHub {
  readonly url: string;
  ask(asker: Asker, query: string, variables?: Record<string, unknown>, signal?: AbortSignal): Promise<TimedAnswer>;
  close(): Promise<void>;
}

/** Opens it with these departments at these addresses; close it when the tests are done. */
export async function openFaultyHub(
  urls: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<FaultyHub> {
  const { dataDirectory } = inject('runningHub');
  const apart = Object.entries(urls).map(([department, url]) => [`${environmentPrefix(department)}_URL`, url]);
  // Who misbehaves has not got the department's key.
  const signed = { HUB_SIGNED_ANSWERS: 'ignore' };
  const config = gatewayConfig({
    ...signed,
    ...settings,
    ...Object.fromEntries(apart),
    HUB_PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
  const departments = await setUpDepartments(registers, dataDirectory, config);
  const door = await setUpDoor(await setUpHub(departments, registers, config), dataDirectory, config);
  return {
    url: door.url,
    async ask(asker, query, variables = {}, signal) {
      const token = await issueToken(await openTokenKeys(dataDirectory), asker);
      const start = performance.now();
      const response = await fetch(`${door.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-sources': '1',
          ...(asker.purpose && { 'x-purpose': asker.purpose }),
          ...(asker.caseNumber && { 'x-case': asker.caseNumber }),
        },
        body: JSON.stringify({ query, variables }),
        signal: signal ?? null,
      });
      const answer = (await response.json()) as {
        readonly data: unknown;
        readonly errors?: TimedAnswer['errors'];
        readonly extensions?: { readonly sources: TimedAnswer['sources'] };
      };
      const { data, errors = [], extensions } = answer;
      return { milliseconds: performance.now() - start, data, errors, sources: extensions?.sources ?? [] };
    },
    async close() {
      await door.close();
      await registers.close();
    },
  };
}
