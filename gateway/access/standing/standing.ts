import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type KnownAccounts, knownAccounts } from '../service-accounts/known-accounts.ts';
import type { ServiceAccount } from '../service-accounts/service-account.ts';
import { type Revocation, type Revocations, revocationsOf } from './revocations.ts';

/** What the hub's register says at this moment of tokens, certificates and systems, whatever they say of themselves. */
export interface Standing {
  readonly revocations: Revocations;
  readonly accounts: KnownAccounts;
  /** Whether it is the last that was known, since the register does not answer: then there are figures alone. */
  readonly isRemembered?: boolean;
}

/** Tells the standing; a change is in force within a second in every process. */
export type ReadStanding = () => Promise<Standing>;

const revocationsInForce = statement<Revocation>(`
  SELECT kind, value, issued_before AS "issuedBefore", expires_at AS "expiresAt"
  FROM revocation WHERE expires_at > now()`);

const accountsInForce = statement<ServiceAccount>(`
  SELECT client, organization, department, persona, scopes, areas, subject, certificate,
         valid_from AS "validFrom", valid_to AS "validTo"
  FROM service_account WHERE valid_from <= now() AND (valid_to IS NULL OR valid_to > now())`);

const FRESH_FOR_MS = 500;

/** The standing as the hub's own register keeps it. */
export function openStanding(database: Database): ReadStanding {
  let read: { at: number; standing: Promise<Standing> } | undefined;
  return () => {
    if (!read || performance.now() - read.at > FRESH_FOR_MS) {
      const standing = readStanding(database);
      standing.catch(() => (read = undefined));
      read = { at: performance.now(), standing };
    }
    return read.standing;
  };
}

async function readStanding(database: Database): Promise<Standing> {
  const [entries, accounts] = await Promise.all([
    database.query(revocationsInForce, []),
    database.query(accountsInForce, []),
  ]);
  return { revocations: revocationsOf(entries), accounts: knownAccounts(accounts) };
}
