import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import { LONGEST_TOKEN_SECONDS } from '../identity-settings.ts';
import type { Revocation } from './revocations.ts';

const forgetExpired = statement<never>('DELETE FROM revocation WHERE expires_at <= now()');

const enter = statement<never>(`
  INSERT INTO revocation (kind, value, issued_before, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (kind, value) DO UPDATE SET
    issued_before = greatest(revocation.issued_before, EXCLUDED.issued_before),
    expires_at = greatest(revocation.expires_at, EXCLUDED.expires_at)`);

/** Enters a revocation, in force in every process within a second, and forgets those that concern nothing any more. */
export async function revoke(database: Database, { kind, value, issuedBefore, expiresAt }: Revocation): Promise<void> {
  await database.query(forgetExpired, []);
  await database.query(enter, [kind, value, issuedBefore, expiresAt]);
}

const CLOCKS_MS = 60_000;

/** When no token that was issued by then can be valid any more, however long its issuer lets it live. */
export const tokensEnd = (issuedBefore: Date): Date =>
  new Date(issuedBefore.getTime() + LONGEST_TOKEN_SECONDS * 1_000 + CLOCKS_MS);
