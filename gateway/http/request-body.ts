import type { IncomingMessage } from 'node:http';

const LARGEST_BODY = 1 << 20;

/** A request whose body cannot be taken, with the HTTP status that says so. */
export class UnacceptableBody extends Error {
  readonly status: 400 | 413 | 415;
  readonly code: 'BODY_INVALID' | 'BODY_TOO_LARGE' | 'MEDIA_TYPE';

  constructor(status: 400 | 413 | 415, code: UnacceptableBody['code'], message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Reads a JSON body of at most 1 MiB; throws {@link UnacceptableBody}, which never repeats what came. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new UnacceptableBody(415, 'MEDIA_TYPE', 'Expected the header `Content-Type: application/json`.');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) {
      throw new UnacceptableBody(413, 'BODY_TOO_LARGE', `Expected a body of at most ${LARGEST_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new UnacceptableBody(400, 'BODY_INVALID', 'Expected a JSON body: { "query": …, "variables": … }.');
  }
}
