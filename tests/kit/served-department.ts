import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSignViewer, type SignViewer } from '../../gateway/transport/sign-viewer.ts';
import { openPairRing, openPublicRing } from '../../schema/kit/keys/pair-ring.ts';
import { ringOfSecrets } from '../../schema/kit/keys/secret-ring.ts';
import { serveSubgraph } from '../../schema/kit/served-subgraph.ts';
import { ANSWER_HEADER, answerKeyUse, createSignAnswer } from '../../schema/kit/signed-answer.ts';
import { createVerifyViewer, VIEWER_HEADER, VIEWER_KEY_USE } from '../../schema/kit/signed-viewer.ts';
import { createSubgraphDoor } from '../../schema/kit/subgraph-door.ts';
import { type ScratchDatabase, scratchRegister } from '../../schema/register/tests/scratch-register.ts';
import { subgraph } from '../../subgraphs/justice/subgraph.ts';

const DEPARTMENT = 'justice';

/** What a department's door says. */
export interface DoorAnswer {
  readonly status: number | undefined;
  readonly data?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
  /** Of the first error. */
  readonly code: string | undefined;
  readonly text: string;
  readonly signature: string | undefined;
}

/** The department of justice behind a door of its own, as `npm run serve` opens it, on an empty register. */
export interface ServedDepartment {
  readonly url: string;
  readonly dataDirectory: string;
  readonly register: ScratchDatabase;
  readonly faults: readonly unknown[];
  /** Signs as the hub does that shares its keys. */
  readonly sign: SignViewer;
  /** Sends a body, with the signed viewer where there is one. */
  post(body: string, signed?: string): Promise<DoorAnswer>;
  close(): Promise<void>;
}

/** Opens it; close it when the tests are done. */
export async function openServedDepartment(): Promise<ServedDepartment> {
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  const register = await scratchRegister(DEPARTMENT);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-viewer-'));
  const signKeys = openPairRing(dataDirectory, VIEWER_KEY_USE);
  const verify = createVerifyViewer(DEPARTMENT, openPublicRing(dataDirectory, VIEWER_KEY_USE));
  const served = await serveSubgraph(subgraph, register.database, ringOfSecrets(Buffer.alloc(32, 1)), onFault);
  const sign = createSignAnswer(DEPARTMENT, openPairRing(dataDirectory, answerKeyUse(DEPARTMENT)));
  const door = createSubgraphDoor(new Map([[DEPARTMENT, { subgraph: served, verify, sign }]]), onFault);
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/${DEPARTMENT}/graphql`;
  return {
    url,
    dataDirectory,
    register,
    faults,
    sign: createSignViewer(signKeys),
    async post(body, signed) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (signed !== undefined) headers[VIEWER_HEADER] = signed;
      // Not fetch: its header limits are smaller than a viewer of many parties.
      const request = httpRequest(url, { method: 'POST', headers });
      request.end(body);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      let text = '';
      for await (const chunk of response) text += String(chunk);
      const answer = JSON.parse(text) as Pick<DoorAnswer, 'data' | 'extensions'> & {
        errors?: { extensions: { code: string } }[];
      };
      const signature = response.headers[ANSWER_HEADER] as string | undefined;
      return { status: response.statusCode, ...answer, code: answer.errors?.[0]?.extensions.code, text, signature };
    },
    async close() {
      door.closeAllConnections();
      door.close();
      await served.stop();
      await register.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
