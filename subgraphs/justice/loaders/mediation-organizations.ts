import { validate } from 'uuid';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { prismaClient } from '../../../schema/register/prisma.ts';
import { PrismaClient } from '../prisma/generated/client.ts';
import type { MediationOrganizationKind, MediationOrganizationRow } from './mediation-organization-record.ts';

const prisma = prismaClient(PrismaClient);

const select = { id: true, number: true, name: true, kind: true, areaCode: true } as const;

/** Key under which {@link mediationOrganizationsByKind} answers the organizations of every kind. */
export const everyKind = 'EVERY_KIND';

/** The mediation organizations of each kind, or of every kind, in the order of their numbers. */
export const mediationOrganizationsByKind = listLoader<MediationOrganizationRow>({
  scope: null,
  discloses: null,
  read: async (kinds, { database }) => {
    const where = kinds.includes(everyKind) ? {} : { kind: { in: [...kinds] } };
    const rows = await prisma(database).mediationOrganization.findMany({ where, select, orderBy: { number: 'asc' } });
    return rows.map((row) => ({ ...row, kind: row.kind as MediationOrganizationKind }));
  },
  keysOf: ({ kind }) => [kind, everyKind],
});

/** A mediation organization by the hub's id. */
export const mediationOrganizationById = recordLoader<MediationOrganizationRow>({
  scope: null,
  discloses: null,
  read: async (ids, { database }) => {
    const where = { id: { in: ids.filter((id) => validate(id)) } };
    const rows = await prisma(database).mediationOrganization.findMany({ where, select });
    return rows.map((row) => ({ ...row, kind: row.kind as MediationOrganizationKind }));
  },
  keysOf: ({ id }) => id,
});
