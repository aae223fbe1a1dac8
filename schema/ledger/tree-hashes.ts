import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

const NODE = Buffer.of(1);

/** SHA-256 of bytes, or of a text in UTF-8. */
export const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');

/** Hash of a leaf (RFC 9162, 2.1.1). */
export const leafHashOf = (entry: string): Buffer => sha256(`\0${entry}`);

/** Hash of an inner node (RFC 9162, 2.1.1). */
export const nodeHashOf = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.concat([NODE, left, right], 65));

/** Root of a tree without leaves (RFC 9162, 2.1.1). */
export const EMPTY_ROOT: Buffer = sha256('');
