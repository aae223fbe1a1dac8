import type { Authenticate } from '../access/authenticate.ts';
import type { Identity } from '../access/identity.ts';

/** Nobody in particular, who holds nothing. */
const anonymous: Identity = {
  user: 'anonymous',
  client: 'anonymous',
  persona: 'anonymous',
  organization: null,
  department: null,
  person: null,
  areas: [],
  scopes: [],
};

/** Lets everybody in, whatever the header says: for open mode alone. */
export const authenticateNobody: Authenticate = () =>
  Promise.resolve({ identity: anonymous, expiresAt: Number.POSITIVE_INFINITY });
