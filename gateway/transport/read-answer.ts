import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { ANSWER_HEADER, type SignedAnswer } from '../../schema/kit/signed-answer.ts';
import type { SubgraphAnswer } from '../execute/subgraph-fetch.ts';
import { type DepartmentFailure, unanswered, unusable } from './department-failure.ts';
import { toldDisclosures } from './told-disclosures.ts';
import type { TransportAnswer } from './transport.ts';
import { withoutDetail } from './without-detail.ts';

/** Compressions that {@link readAnswer} undoes, as the header `Accept-Encoding` names them. */
export const ACCEPTED_ENCODINGS = 'zstd, br, gzip';

/** Media types of a GraphQL answer (GraphQL over HTTP, 4). */
const ACCEPTED_TYPES = /^application\/(graphql-response\+)?json\s*(;|$)/i;
/** A department that says so may answer the same question a moment later. */
const PASSING_STATUSES = [502, 503, 504];

const decompressors: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** How an answer is read. */
export interface ReadOptions {
  /** Most bytes after decompression. */
  readonly limit: number;
  /** Whether the department may make people visible to those who are asked after it. */
  readonly admits?: boolean;
  /** Holds the answer against its department's signature; rejects with a {@link DepartmentFailure}. */
  readonly verify?: (signature: string | undefined, body: Buffer) => Promise<SignedAnswer | undefined>;
}

/**
 * Reads a department's HTTP answer, never more of it than `limit` bytes after decompression; rejects with a
 * {@link DepartmentFailure}, or with the fault of an aborted connection.
 */
export async function readAnswer(
  department: string,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { limit, admits = false, verify }: ReadOptions,
): Promise<TransportAnswer> {
  const refuse = (failure: DepartmentFailure): never => {
    body.on('error', () => undefined).destroy();
    throw failure;
  };
  if (statusCode !== 200) refuse(statusFailure(department, statusCode));
  if (!ACCEPTED_TYPES.test(headerOf(headers, 'content-type'))) {
    refuse(unusable(`Expected ${department} to answer with JSON, it answered with another media type.`));
  }
  const encoding = headerOf(headers, 'content-encoding').trim().toLowerCase();
  const isPlain = encoding === '' || encoding === 'identity';
  const decompressor = decompressors[encoding];
  if (!isPlain && !decompressor) {
    refuse(unusable(`Expected ${department} to answer in one of ${ACCEPTED_ENCODINGS}, or uncompressed.`));
  }
  if (isPlain && Number(headerOf(headers, 'content-length')) > limit) refuse(tooLarge(department, limit));
  const chunks: Buffer[] = [];
  const keep = async (source: AsyncIterable<unknown>): Promise<void> => {
    let length = 0;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw tooLarge(department, limit);
      chunks.push(chunk);
    }
  };
  if (decompressor) await pipeline(body, decompressor(), keep);
  else await pipeline(body, keep);
  const text = Buffer.concat(chunks);
  const signed = await verify?.(headerOf(headers, ANSWER_HEADER) || undefined, text);
  const answer = parsed(department, text, admits);
  return signed ? { ...answer, signed } : answer;
}

function parsed(department: string, text: Buffer, admits: boolean): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    // The parser's own words quote the text.
    throw unusable(`Expected ${department} to answer with JSON in UTF-8, its body is something else.`);
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    throw unusable(`Expected ${department} to answer with an object with data or errors.`);
  }
  const { extensions } = answer as { readonly extensions?: unknown };
  const plain = withoutDetail(answer);
  // Whatever else it tells is for nobody here.
  return extensions === undefined ? plain : { ...plain, extensions: toldDisclosures(department, extensions, admits) };
}

const statusFailure = (department: string, status: number): DepartmentFailure =>
  unanswered(`Expected ${department} to answer with status 200, it answered with ${status}.`, {
    passing: PASSING_STATUSES.includes(status),
    counts: status >= 500,
  });

const tooLarge = (department: string, limit: number): DepartmentFailure =>
  unusable(`Expected ${department} to answer with at most ${limit} bytes.`);

function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
