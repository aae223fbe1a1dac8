import { codeTable } from './code-table.ts';

/**
 * How many a dispute concerns (事件规模), GB/T 31000-2015.
 */
export const disputeScales = codeTable({
  system: 'dispute-scale',
  title: 'Dispute scale',
  titleZh: '涉事规模',
  standard: 'GB/T 31000-2015',
  verified: true,
  codes: {
    '01': { label: 'Individual', labelZh: '个体性事件' },
    '02': { label: 'General group', labelZh: '一般群体性事件' },
    '03': { label: 'Major group', labelZh: '重大群体性事件' },
  },
});

/** The scale of a dispute or a case, as the graph names it. */
export type DisputeScale = 'INDIVIDUAL' | 'GENERAL_GROUP' | 'MAJOR_GROUP';

const SCALES = {
  '01': 'INDIVIDUAL',
  '02': 'GENERAL_GROUP',
  '03': 'MAJOR_GROUP',
} as const satisfies Record<string, DisputeScale>;

/** The scale that a code of GB/T 31000 stands for, or undefined. */
export function disputeScaleOf(code: string): DisputeScale | undefined {
  return disputeScales.has(code) ? SCALES[code] : undefined;
}
