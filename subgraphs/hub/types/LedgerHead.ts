import { requiresScopes } from '../../../schema/kit/federation.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import { builder } from '../builder.ts';

interface Head {
  readonly entries: number;
  readonly rootHash: string;
  readonly signature: string;
  readonly at: string;
}

const LedgerHead = builder.objectRef<Head>('LedgerHead').implement({
  description: 'A signed head of the ledger (账本签名头).',
  fields: (t) => ({
    entries: t.exposeInt('entries', { nullable: false, description: 'Entries that it covers (条目数).' }),
    rootHash: t.exposeString('rootHash', { nullable: false, description: 'Root of the tree (根哈希).' }),
    signature: t.exposeString('signature', { nullable: false, description: 'Signature over the head (签名).' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When it was signed (签名时间).' }),
  }),
});

builder.queryField('ledgerHead', (t) =>
  t.field({
    type: LedgerHead,
    directives: requiresScopes('hub.disclosure:audit'),
    description: 'Newest signed head; null where none was signed yet (最新账本头).',
    resolve: (_root, _arguments, context): Head | null => {
      if (context.reach('hub.disclosure:audit') !== 'areas') throw missingScope('hub.disclosure:audit');
      return null;
    },
  }),
);
