import { Pool } from 'undici';
import { VIEWER_HEADER } from '../../schema/kit/signed-viewer.ts';
import type { SubgraphAnswer } from '../execute/subgraph-fetch.ts';
import type { SignViewer } from './sign-viewer.ts';
import type { Transport } from './transport.ts';

const CONNECTIONS = 32;
const KEEP_ALIVE_MS = 30_000;
const DEADLINE_MS = 10_000;

/** A transport over connections that can be closed. */
export interface HttpTransport extends Transport {
  close(): Promise<void>;
}

/** A department that did not answer; the message names it and the status, nothing of the body. */
export class DepartmentUnreachable extends Error {
  readonly extensions = { code: 'SOURCE_UNAVAILABLE' };

  constructor(department: string, status: number) {
    super(`Expected ${department} to answer with status 200, it answered with ${status}.`);
  }
}

/** Reaches a department that runs apart, over connections kept open; each request carries the viewer, signed for it. */
export function httpTransport(department: string, url: string, signViewer: SignViewer): HttpTransport {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: DEADLINE_MS,
    bodyTimeout: DEADLINE_MS,
  });
  return {
    department,
    close: () => pool.close(),
    async send({ document, operationName, variables }, viewer, signal) {
      const sent = JSON.stringify({ query: document, operationName, variables });
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: `${pathname}${search}`,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [VIEWER_HEADER]: await signViewer(viewer, department, sent),
        },
        body: sent,
        signal: signal ?? null,
      });
      if (statusCode !== 200) {
        await body.dump();
        throw new DepartmentUnreachable(department, statusCode);
      }
      return (await body.json()) as SubgraphAnswer;
    },
  };
}
