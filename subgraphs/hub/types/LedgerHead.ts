import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { type Head, newestCheckpoint } from '../loaders/newest-checkpoint.ts';

const LedgerHead = builder.objectRef<Head>('LedgerHead').implement({
  description: 'A signed head of the ledger (账本签名头).',
  fields: (t) => ({
    entries: t.exposeInt('entries', { nullable: false, description: 'Entries that it covers (条目数).' }),
    rootHash: t.exposeString('rootHash', { nullable: false, description: 'Root of the tree, in base64 (根哈希).' }),
    signature: t.exposeString('signature', {
      nullable: false,
      description: 'Signature lines of the checkpoint: the hub’s, then those of witnesses (签名).',
    }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When it was signed (签名时间).' }),
  }),
});

builder.queryField('ledgerHead', (t) =>
  t.field({
    type: LedgerHead,
    directives: requiresScopes('hub.disclosure:audit'),
    description: 'Newest signed head; null where none was signed yet (最新账本头).',
    resolve: (_root, _arguments, context) => newestCheckpoint(context),
  }),
);
