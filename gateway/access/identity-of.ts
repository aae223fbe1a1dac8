import type { Authenticated } from './authenticate.ts';
import type { ClientCertificate } from './client-certificate.ts';
import { SERVICE_PERSONAS, type ServiceAccount } from './service-accounts/service-account.ts';
import type { Standing } from './standing/standing.ts';
import { certificateRefused, tokenRefused } from './unauthenticated.ts';
import type { VerifiedToken } from './verify-token.ts';

/** How the hub's scopes look; providers put words of their own among them. */
const HUB_SCOPE = /^[a-z-]+\.[a-z-]+:[a-z-]+$/;

/**
 * Who a verified token speaks of. A token whose subject is its client is a system's (RFC 9068, section 2.2): its account
 * says what it may, and the token can only ask for less. Any other is a person's, and no person passes for a system.
 */
export function identityOfToken({ claims, issuer, expiresAt }: VerifiedToken, { accounts }: Standing): Authenticated {
  const { user, client, persona } = claims;
  const account = accounts.find((known) => known.client === client && (known.subject ?? client) === user);
  if (account) {
    const asked = claims.scopes.filter((scope) => HUB_SCOPE.test(scope));
    return ofAccount(account, asked.length > 0 ? asked : account.scopes, expiresAt, tokenRefused);
  }
  if (user === client || persona === null) throw tokenRefused();
  if (!issuer.isTrial && SERVICE_PERSONAS.includes(persona)) throw tokenRefused();
  return { identity: { ...claims, persona }, expiresAt };
}

/** The system that a certificate names: exactly one account must bear one of its names. */
export function identityOfCertificate({ names, validTo }: ClientCertificate, { accounts }: Standing): Authenticated {
  const [account, ...others] = accounts.filter(
    ({ certificate }) => certificate !== null && names.includes(certificate),
  );
  if (!account || others.length > 0) throw certificateRefused();
  return ofAccount(account, account.scopes, validTo, certificateRefused);
}

function ofAccount(
  account: ServiceAccount,
  asked: readonly string[],
  expiresAt: number,
  refused: () => Error,
): Authenticated {
  const { client, persona, organization, department, areas, scopes, validTo } = account;
  const until = validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo);
  if (until <= Date.now()) throw refused();
  return {
    identity: {
      user: client,
      client,
      persona,
      organization,
      department,
      person: null,
      areas,
      scopes: scopes.filter((scope) => asked.includes(scope)),
    },
    expiresAt: Math.min(expiresAt, until),
  };
}
