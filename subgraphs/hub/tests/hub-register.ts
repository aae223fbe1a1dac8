import type { CanonicalNumber } from '../../../schema/extracts/columns/column-rule.ts';
import type { BatchSummary, LinkRegister } from '../../../schema/extracts/link-register.ts';
import { SubgraphContext } from '../../../schema/kit/context.ts';
import { composeResidentId } from '../../../schema/kit/identity-numbers/resident-id.ts';
import { type InProcessAnswer, inProcessSubgraph } from '../../../schema/kit/in-process-subgraph.ts';
import type { KeyRing } from '../../../schema/kit/keys/key-ring.ts';
import { ringOfSecrets, type SecretKey } from '../../../schema/kit/keys/secret-ring.ts';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import type { Database } from '../../../schema/register/database.ts';
import { scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { provideLinkKeys } from '../link-register/link-key.ts';
import { openLinkRegister } from '../link-register/link-register.ts';
import { subgraph } from '../subgraph.ts';

/** Two communities of different towns. */
export const HERE = '330803001001';
export const THERE = '330803100201';

/** The number of an invented resident; the division 330898 was never assigned. */
export const numberOf = (sequence: number, year = 1960): CanonicalNumber => ({
  kind: 'RESIDENT_ID',
  canonical: composeResidentId('330898', `${year + Math.floor(sequence / 1000)}-01-01`, sequence % 1000),
});

/** Whoever asks sees one community, and of scopes nothing unless told. */
export const viewer = (changes: Partial<Viewer> = {}): Viewer => ({
  request: 'r',
  user: 'u',
  client: 'c',
  persona: 'handler',
  organization: null,
  department: null,
  areas: [HERE],
  purpose: 'docket',
  scopes: [],
  matterScopes: [],
  matter: null,
  admitted: [],
  withheld: [],
  breakGlass: false,
  ...changes,
});

/** A matter that concerns these people and households. */
export const matterOf = (persons: readonly string[], households: readonly string[] = []) => ({
  caseNumber: null,
  persons,
  households,
});

export interface Answer extends InProcessAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's own query.
  readonly data: any;
  readonly statements: readonly string[];
  readonly codes: readonly unknown[];
}

/** The hub's register, empty, with its link register and the subgraph over it. */
export interface HubRegister {
  readonly database: Database;
  readonly link: LinkRegister;
  /** A second link register on the same database, as another import process would open it, with these keys. */
  openLink(keys?: KeyRing<SecretKey>): LinkRegister;
  /** Hands the look-up by number these keys. */
  provideKeys(keys: KeyRing<SecretKey>): void;
  ask(query: string, asker: Viewer, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  contextOf(asker: Viewer): SubgraphContext;
  close(): Promise<void>;
}

export const FIRST_LINK_KEY = Buffer.alloc(32, 7);

/** Opens an empty hub's register; close it when the tests are done. */
export async function openHubRegister(): Promise<HubRegister> {
  const scratch = await scratchRegister('hub');
  const { database } = scratch;
  const keys = ringOfSecrets(FIRST_LINK_KEY);
  provideLinkKeys(database, keys);
  const cursorKeys = ringOfSecrets(Buffer.alloc(32, 1));
  const served = inProcessSubgraph('hub', subgraph, database, cursorKeys);
  return {
    database,
    link: openLinkRegister(database, keys),
    openLink: (others = keys) => openLinkRegister(database, others),
    provideKeys: (others) => provideLinkKeys(database, others),
    async ask(document, asker, variables) {
      const watch = database.watch();
      const answer = await served.execute({ document, variables, viewer: asker });
      watch.stop();
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      return { ...answer, data: answer.data, statements: watch.texts, codes };
    },
    contextOf: (asker) => new SubgraphContext(asker, database, cursorKeys),
    close: () => scratch.close(),
  };
}

/** A batch of a department, by number. */
export const batchOf = (number: number, changes: Partial<BatchSummary> = {}): BatchSummary => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  department: 'justice',
  layout: 'mediations',
  catalogueId: '330803/SF/0001',
  file: `mediations-${number}.csv`,
  sha256: 'sha',
  asOf: '2026-11-01T00:00:00+08:00',
  startedAt: `2026-11-02T00:00:0${number}+08:00`,
  finishedAt: `2026-11-02T00:01:0${number}+08:00`,
  rows: 100,
  accepted: 95,
  quarantined: 5,
  unlinked: 0,
  normalised: [{ rule: 'full-width', rows: 3 }],
  reasons: [{ rule: 'INVALID_DATE', rows: 5 }],
  ...changes,
});
