/** Something that is not as it was entered. */
export interface Finding {
  readonly kind:
    | 'edited'
    | 'removed'
    | 'inserted'
    | 'reordered'
    | 'truncated'
    | 'rewritten'
    | 'erased'
    | 'hashes'
    | 'checkpoint'
    | 'tree'
    | 'withholding';
  /** The first and the last entry concerned. */
  readonly from: number;
  readonly to: number;
  /** English and Chinese. */
  readonly text: string;
}

const MOST = 1_000;

const titles: Readonly<Record<Finding['kind'], string>> = {
  edited: 'edited (被改动)',
  removed: 'removed (被删除)',
  inserted: 'inserted (被插入)',
  reordered: 'moved to another place (次序被调换)',
  truncated: 'cut off at the end (末尾被截断)',
  rewritten: 'not what was signed (与签名时不符)',
  erased: 'erased without a record of it (无记录的清除)',
  hashes: 'their hashes are not those kept for proofs (与留存哈希不符)',
  checkpoint: 'checkpoint not valid (检查点无效)',
  tree: 'the state of the tree is another (树状态不符)',
  withholding: 'withheld, or told, otherwise than its record says (暂不告知状态与记录不符)',
};

/** Notes what is found, each place once: what is said of an entry is not said again of the range around it. */
export class Findings {
  readonly list: Finding[] = [];
  /** How many there are, those beyond the list's thousand included. */
  count = 0;

  add(kind: Finding['kind'], from: number, to = from, more = ''): void {
    const last = this.list.at(-1);
    if (last && last.kind === kind && last.to === from - 1 && more === '') {
      this.list[this.list.length - 1] = finding(kind, last.from, to, '');
      return;
    }
    this.count += 1;
    if (this.list.length < MOST) this.list.push(finding(kind, from, to, more));
  }

  /** Whether something is known of a place in [from, to]. */
  within(from: number, to: number): boolean {
    return this.list.some((one) => one.from <= to && one.to >= from);
  }
}

function finding(kind: Finding['kind'], from: number, to: number, more: string): Finding {
  if (kind === 'withholding') return { kind, from, to, text: `${more}: ${titles[kind]}` };
  const which = from >= to ? `entry ${from}` : `entries ${from} to ${to}`;
  return { kind, from, to, text: `${which}: ${titles[kind]}${more && `: ${more}`}` };
}
