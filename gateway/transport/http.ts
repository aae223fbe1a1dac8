import { VIEWER_HEADER } from '../../schema/kit/signed-viewer.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import { noteAttempt } from '../observe/observe-fetch.ts';
import { acceptAnyAnswer, type CheckAnswer } from './check-answer.ts';
import { type ConnectionOptions, connectionsTo } from './connections.ts';
import { startDeadline } from './deadline.ts';
import { failureOf, type Stage } from './failure-of.ts';
import { type Circuit, guardDepartment } from './guard.ts';
import { openEvents } from './http-events.ts';
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
  /** Whether it may make people visible to those who are asked after it. */
  readonly admits?: boolean;
  /** Holds answers against the department's signature; takes them as they are unless given. */
  readonly checkAnswer?: CheckAnswer;
  /** Is told when the department begins to be left alone, is tried again, is asked again. */
  readonly onCircuit?: (circuit: Circuit) => void;
  readonly connection?: ConnectionOptions;
}

/**
 * Reaches a department that runs apart, over connections kept open; each request carries the viewer, signed for it
 * alone. Whatever the department does, `send` settles within the fetch's deadline, and
 * rejects with a `DepartmentFailure`.
 */
export function httpTransport({
  department,
  url,
  signViewer,
  limits,
  admits = false,
  checkAnswer = acceptAnyAnswer,
  onCircuit,
  connection,
}: HttpDepartment): HttpTransport {
  const connections = connectionsTo(url, limits, connection);
  const guard = guardDepartment(limits, onCircuit);
  const source = { department, connections, guard, limits };
  // A department takes a signed viewer once, so each attempt has its own.
  const signedFor = async (viewer: Viewer, body: string) => ({
    'content-type': 'application/json',
    [VIEWER_HEADER]: await signViewer(viewer, department, body),
  });
  return {
    department,
    close: () => connections.close(),
    subscribe({ document, operationName, variables }, viewer, signal) {
      const body = JSON.stringify({ query: document, operationName, variables });
      return openEvents(source, body, () => signedFor(viewer, body), signal);
    },
    async send({ document, operationName, variables, kind, event }, viewer, signal) {
      const extensions = event && { event: { key: event.key } };
      const body = JSON.stringify({ query: document, operationName, variables, extensions });
      const deadline = startDeadline(limits.fetchDeadlineMs, signal);
      let attempts = 0;
      const attempt = async () => {
        noteAttempt((attempts += 1));
        let stage: Stage = 'before-answer';
        try {
          const signedHeaders = await signedFor(viewer, body);
          const headers = {
            accept: 'application/graphql-response+json, application/json',
            'accept-encoding': ACCEPTED_ENCODINGS,
            ...signedHeaders,
          };
          const response = await connections.post(headers, body, deadline.signal);
          stage = 'within-answer';
          return await readAnswer(department, response, {
            limit: limits.answerBytes,
            admits,
            verify: (signature, text) => checkAnswer(signature, signedHeaders[VIEWER_HEADER], text),
          });
        } catch (fault) {
          throw failureOf(department, fault, deadline, stage);
        }
      };
      try {
        return await guard.run(attempt, kind !== 'mutation', deadline.signal);
      } catch (fault) {
        throw failureOf(department, fault, deadline, 'before-answer');
      } finally {
        deadline.end();
      }
    },
  };
}
