import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { Purpose } from '../prisma/generated/client.ts';
import { registerClient } from './register-client.ts';

/** Loads the purposes that may be stated now, by code. */
export function validPurposes({ database }: SubgraphContext): Promise<Purpose[]> {
  const now = new Date();
  return registerClient(database).purpose.findMany({
    where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: { code: 'asc' },
  });
}
