import { prismaClient } from '../../../schema/register/prisma.ts';
import { PrismaClient } from '../prisma/generated/client.ts';

/** The hub's register for reads that are asked for seldom. */
export const registerClient = prismaClient(PrismaClient);
