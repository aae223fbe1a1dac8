import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { LimitExceeded } from '../access/limits/limit-exceeded.ts';
import type { Limits } from '../access/limits/limits.ts';
import { Refusal } from './refusal.ts';

/** The client went away before its request was whole; there is nobody to answer. */
export class ClientGone extends Error {}

/** Reads a JSON body; throws a {@link Refusal}, which never repeats what came, or {@link ClientGone}. */
export async function readJsonBody(request: IncomingMessage, limits: Limits): Promise<unknown> {
  checkHeaders(request);
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) {
    throw tooLarge(limits, Number(request.headers['content-length']));
  }
  const body = await readWhole(request, limits);
  if (!isUtf8(body)) throw new Refusal(400, { code: 'BODY_INVALID' }, 'Expected a body in UTF-8.');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    const expected = 'Expected a JSON body: { "query": …, "variables": … }.';
    throw new Refusal(400, { code: 'BODY_INVALID' }, expected);
  }
}

function checkHeaders({ headers }: IncomingMessage): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  if (type.trim() !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) {
    const expected = 'Expected the header `Content-Type: application/json`, in UTF-8.';
    throw new Refusal(415, { code: 'MEDIA_TYPE' }, expected, { headers: { accept: 'application/json' } });
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal(415, { code: 'MEDIA_TYPE' }, 'Expected a body without `Content-Encoding`.');
  }
}

function readWhole(request: IncomingMessage, limits: Limits): Promise<Buffer> {
  return new Promise((read, refused) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bodyBytes) {
        request.removeAllListeners('data');
        request.pause();
        refused(tooLarge(limits, length));
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => read(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', () => refused(new ClientGone()));
    request.once('close', () => {
      if (!request.readableEnded) refused(new ClientGone());
    });
  });
}

/** What is left of the body is not read: the connection ends with the answer. */
function tooLarge(limits: Limits, found: number): Refusal {
  const { code, limit, message } = new LimitExceeded('bodyBytes', limits.bodyBytes, found);
  return new Refusal(413, { code, limit, found }, message, { headers: { connection: 'close' } });
}
