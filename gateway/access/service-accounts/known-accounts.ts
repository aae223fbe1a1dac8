import type { ServiceAccount } from './service-account.ts';

/** The accounts in force, ready to be found for each request. */
export interface KnownAccounts {
  ofClient(client: string): ServiceAccount | undefined;
  /** The account that one of a certificate's names means; none where they mean several. */
  ofNames(names: readonly string[]): ServiceAccount | undefined;
}

/** Orders accounts by what they are found by. */
export function knownAccounts(accounts: readonly ServiceAccount[]): KnownAccounts {
  const byClient = new Map(accounts.map((account) => [account.client, account]));
  return {
    ofClient: (client) => byClient.get(client),
    ofNames(names) {
      const [account, ...others] = accounts.filter(
        ({ certificate }) => certificate !== null && names.includes(certificate),
      );
      return others.length > 0 ? undefined : account;
    },
  };
}
