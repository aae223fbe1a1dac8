import { TOKEN_ISSUER } from './token-keys.ts';

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;

/** Why these settings do not go together, or do not do for production: there, somebody else says who asks. */
export function identityFaults(environment: NodeJS.ProcessEnv, production: boolean): string[] {
  const is = (name: string) => Boolean(environment[name]);
  const faults: string[] = [];
  if (is('HUB_JWKS_URL') && !is('HUB_TOKEN_ISSUER') && !is('HUB_OIDC_ISSUER')) {
    faults.push('HUB_TOKEN_ISSUER: expected with HUB_JWKS_URL, the `iss` of its tokens');
  }
  if (is('HUB_TOKEN_ISSUER') && !is('HUB_JWKS_URL') && !is('HUB_OIDC_ISSUER')) {
    faults.push('HUB_JWKS_URL: expected with HUB_TOKEN_ISSUER, where its keys are');
  }
  if (is('HUB_TOKEN_ISSUER') && is('HUB_OIDC_ISSUER')) {
    faults.push('HUB_TOKEN_ISSUER: expected without HUB_OIDC_ISSUER, which says the same');
  }
  if ([environment['HUB_TOKEN_ISSUER'], environment['HUB_OIDC_ISSUER']].includes(TOKEN_ISSUER)) {
    faults.push('HUB_TOKEN_ISSUER: expected another name than that of the hub itself');
  }
  for (const name of ['HUB_OIDC_ISSUER', 'HUB_JWKS_URL']) {
    const plain = environment[name]?.startsWith('http://') && !LOOPBACK.test(environment[name]);
    if (production && plain) faults.push(`${name}: expected https:// in production, or this machine`);
  }
  if (is('HUB_TLS_CERT') !== is('HUB_TLS_KEY')) {
    faults.push('HUB_TLS_CERT, HUB_TLS_KEY: expected both, or neither');
  }
  if (is('HUB_TLS_CLIENT_CA') && !is('HUB_TLS_CERT')) {
    faults.push('HUB_TLS_CERT: expected with HUB_TLS_CLIENT_CA');
  }
  const somebody = ['HUB_OIDC_ISSUER', 'HUB_JWKS_URL', 'HUB_TLS_CLIENT_CA'].some(is);
  if (production && !somebody && environment['HUB_OWN_TOKENS'] !== '1') {
    faults.push('HUB_OIDC_ISSUER: expected in production, or HUB_JWKS_URL; HUB_OWN_TOKENS=1 lets the hub sign tokens');
  }
  return faults;
}
