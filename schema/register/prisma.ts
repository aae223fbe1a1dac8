import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Database } from './database.ts';

/**
 * Makes a department's generated client usable on any of its databases: `const prisma = prismaClient(PrismaClient)`,
 * then `prisma(database).marriage.findMany()`. One client a database, over the database's own connections.
 */
export function prismaClient<Client>(
  // The options of a generated client are generic over themselves.
  // oxlint-disable-next-line typescript/no-explicit-any
  PrismaClient: new (options: any) => Client,
): (database: Database) => Client {
  const clients = new WeakMap<Database, Client>();
  return (database) => {
    let client = clients.get(database);
    if (client === undefined) {
      // The adapter drops the offset of a timestamp, both ways: it is right in UTC sessions only.
      const adapter: SqlDriverAdapterFactory = new PrismaPg(database.utcPool);
      client = new PrismaClient({ adapter });
      clients.set(database, client);
    }
    return client;
  };
}
