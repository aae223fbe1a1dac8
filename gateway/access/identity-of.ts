import type { Authenticated } from './authenticate.ts';
import type { ClientCertificate } from './client-certificate.ts';
import { personas } from './personas.ts';
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
export function identityOfToken(token: VerifiedToken, { accounts }: Standing): Authenticated {
  const { user, client, scopes } = token.claims;
  const account = accounts.ofClient(client);
  if (account && (account.subject ?? client) === user) {
    const asked = scopes.filter((scope) => HUB_SCOPE.test(scope));
    return ofAccount(account, asked.length > 0 ? asked : account.scopes, token.expiresAt, tokenRefused);
  }
  if (user === client) throw tokenRefused('account');
  return personOf(token);
}

/** The system that a certificate names: exactly one account must bear one of its names. */
export function identityOfCertificate({ names, validTo }: ClientCertificate, { accounts }: Standing): Authenticated {
  const account = accounts.ofNames(names);
  if (!account) throw certificateRefused('account');
  return ofAccount(account, account.scopes, validTo, certificateRefused);
}

// Of a person nothing but the token tells.
const people = new WeakMap<VerifiedToken, Authenticated>();

function personOf(token: VerifiedToken): Authenticated {
  const known = people.get(token);
  if (known) return known;
  const { claims, issuer, expiresAt } = token;
  const { persona, scopes } = claims;
  if (persona === null || (!issuer.isTrial && SERVICE_PERSONAS.includes(persona))) throw tokenRefused('persona');
  // A provider may let somebody ask for more than the hub gives that kind of user.
  const held = issuer.isTrial ? scopes : scopes.filter((scope) => personas[persona]?.scopes.includes(scope));
  const person = { identity: { ...claims, persona, scopes: held }, expiresAt };
  people.set(token, person);
  return person;
}

function ofAccount(
  account: ServiceAccount,
  asked: readonly string[],
  expiresAt: number,
  refused: (rule: string) => Error,
): Authenticated {
  const { client, persona, organization, department, areas, scopes, validTo } = account;
  const until = validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo);
  if (until <= Date.now()) throw refused('account');
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
