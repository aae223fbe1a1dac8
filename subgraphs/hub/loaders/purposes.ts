import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import type { Purpose } from '../prisma/generated/client.ts';
import { registerClient } from './register-client.ts';

/** Loads purposes by code, those no longer valid included: what was read for them is still on record. */
export const purposeByCode = recordLoader<Purpose>({
  scope: null,
  discloses: null,
  read: (codes, { database }) => registerClient(database).purpose.findMany({ where: { code: { in: [...codes] } } }),
  keysOf: ({ code }) => code,
});

/** Loads the purposes that may be stated now, by code. */
export function validPurposes({ database }: SubgraphContext): Promise<Purpose[]> {
  const now = new Date();
  return registerClient(database).purpose.findMany({
    where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: { code: 'asc' },
  });
}
