import { departmentNames } from '../../departments.ts';

/** What a ring of keys is for. */
export interface KeyUse {
  readonly use: string;
  /** 32 random bytes, or an Ed25519 pair. */
  readonly kind: 'secret' | 'pair';
  /** English and Chinese. */
  readonly title: string;
}

const OWN: readonly KeyUse[] = [
  { use: 'link', kind: 'secret', title: 'tokens of the link register (关联登记令牌)' },
  { use: 'seal', kind: 'secret', title: 'sealed columns and the quarantine (加密字段与隔离区)' },
  { use: 'search', kind: 'secret', title: 'search by name over sealed columns (加密姓名检索)' },
  { use: 'cursor', kind: 'secret', title: 'cursors of pages (分页游标)' },
  { use: 'viewer', kind: 'pair', title: 'viewers handed over to departments (查询人签名)' },
  { use: 'token', kind: 'pair', title: 'tokens of the hub’s own (试用令牌签名)' },
  { use: 'ledger', kind: 'pair', title: 'checkpoints of the ledger (台账检查点签名)' },
];

/** Every use of keys there is: the hub's own, and the answers that each department signs. */
export const keyUses = (): readonly KeyUse[] => [
  ...OWN,
  ...departmentNames().map(
    (department): KeyUse => ({
      use: `answer-${department}`,
      kind: 'pair',
      title: `answers of ${department} (部门应答签名)`,
    }),
  ),
];
