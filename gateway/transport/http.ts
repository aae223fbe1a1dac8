import { VIEWER_HEADER } from '../../schema/kit/signed-viewer.ts';
import { noteAttempt } from '../observe/observe-fetch.ts';
import { connectionsTo } from './connections.ts';
import { startDeadline } from './deadline.ts';
import { unanswered } from './department-failure.ts';
import { failureOf, type Stage } from './failure-of.ts';
import { type Circuit, guardDepartment } from './guard.ts';
import type { TransportLimits } from './limits.ts';
import { ACCEPTED_ENCODINGS, readAnswer } from './read-answer.ts';
import type { SignViewer } from './sign-viewer.ts';
import type { Transport } from './transport.ts';

/** A transport over connections that can be closed. */
export interface HttpTransport extends Transport {
  /** Ends when the fetches under way have ended. */
  close(): Promise<void>;
}

/** Where a department that runs apart is, and how to get there. */
export interface HttpDepartment {
  readonly department: string;
  readonly url: string;
  readonly signViewer: SignViewer;
  readonly limits: TransportLimits;
  /** Is told when the department begins to be left alone, is tried again, is asked again. */
  readonly onCircuit?: (circuit: Circuit) => void;
  /** The authority that signed the department's certificate, where it is one of its own. */
  readonly tls?: { readonly ca: string | Buffer };
}

/**
 * Reaches a department that runs apart, over connections kept open; each request carries the viewer, signed for it
 * alone. Whatever the department does, `send` settles within the fetch's deadline, and
 * rejects with a `DepartmentFailure`.
 */
export function httpTransport({ department, url, signViewer, limits, onCircuit, tls }: HttpDepartment): HttpTransport {
  const connections = connectionsTo(url, limits, tls);
  const guard = guardDepartment(limits, onCircuit);
  return {
    department,
    close: () => connections.close(),
    subscribe: () => Promise.reject(unanswered(`${department} runs apart, where changes cannot be heard yet.`)),
    async send({ document, operationName, variables, kind }, viewer, signal) {
      const body = JSON.stringify({ query: document, operationName, variables });
      const deadline = startDeadline(limits.fetchDeadlineMs, signal);
      let attempts = 0;
      const attempt = async () => {
        noteAttempt((attempts += 1));
        let stage: Stage = 'before-answer';
        try {
          const headers = {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json, application/json',
            'accept-encoding': ACCEPTED_ENCODINGS,
            // A department takes a signed viewer once, so each attempt has its own.
            [VIEWER_HEADER]: await signViewer(viewer, department, body),
          };
          const response = await connections.post(headers, body, deadline.signal);
          stage = 'within-answer';
          return await readAnswer(department, response, limits.answerBytes);
        } catch (fault) {
          throw failureOf(department, fault, deadline, stage);
        }
      };
      try {
        return await guard.run(attempt, kind === 'query', deadline.signal);
      } catch (fault) {
        throw failureOf(department, fault, deadline, 'before-answer');
      } finally {
        deadline.end();
      }
    },
  };
}
