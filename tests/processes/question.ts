import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';

/** Asks two departments at once, each of which answers without a purpose. */
export const QUERY = '{ purposes { code } mediationOrganizations { name } }';

/** Headers of somebody who may ask, for gateways over this data directory. */
export async function askerHeaders(dataDirectory: string): Promise<{ authorization: string }> {
  const token = await issueToken(await openTokenKeys(dataDirectory), { persona: 'case-handler' });
  return { authorization: `Bearer ${token}` };
}

/** Whether both departments answered. */
export function isAnswered(answer: unknown): boolean {
  const { data, errors } = answer as { data?: Record<string, unknown>; errors?: unknown };
  return Array.isArray(data?.purposes) && Array.isArray(data?.mediationOrganizations) && errors === undefined;
}
