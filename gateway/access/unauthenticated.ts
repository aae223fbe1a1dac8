/** A request whose caller is not known; the message says what was expected, never what came. */
export class Unauthenticated extends Error {
  readonly code = 'UNAUTHENTICATED';
  /** What `WWW-Authenticate` says (RFC 6750, section 3): of a token that was shown, no more than that it will not do. */
  readonly challenge: string;
  /** What was wrong, for whoever runs the hub: the name of a rule, nothing of what came. */
  readonly rule: string;

  constructor(message: string, rule: string, challenge: 'Bearer' | 'Bearer error="invalid_token"' = 'Bearer') {
    super(message);
    this.rule = rule;
    this.challenge = challenge;
  }
}

/** One answer for whatever is wrong with a token, so that it tells nobody how to make a better one. */
export const tokenRefused = (rule: string): Unauthenticated =>
  new Unauthenticated(
    'Expected an access token for this hub that is signed, complete, not expired and not revoked.',
    rule,
    'Bearer error="invalid_token"',
  );

/** One answer for whatever is wrong with a client certificate. */
export const certificateRefused = (rule: string): Unauthenticated =>
  new Unauthenticated('Expected the certificate of a system that is registered here, valid and not revoked.', rule);
