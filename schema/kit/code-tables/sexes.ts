import { codeTable } from './code-table.ts';

/**
 * Sex of a person (性别), GB/T 2261.1-2003.
 */
export const sexes = codeTable({
  system: 'sex',
  title: 'Sex',
  titleZh: '性别',
  standard: 'GB/T 2261.1-2003',
  verified: true,
  codes: {
    '0': { label: 'Unknown', labelZh: '未知的性别' },
    '1': { label: 'Male', labelZh: '男' },
    '2': { label: 'Female', labelZh: '女' },
    '9': { label: 'Unspecified', labelZh: '未说明的性别' },
  },
});

/** Sex as the graph names it. */
export type Sex = 'UNKNOWN' | 'MALE' | 'FEMALE' | 'UNSPECIFIED';

const SEXES = {
  '0': 'UNKNOWN',
  '1': 'MALE',
  '2': 'FEMALE',
  '9': 'UNSPECIFIED',
} as const satisfies Record<string, Sex>;

/** The sex that a code of GB/T 2261.1 stands for, or undefined. */
export function sexOf(code: string): Sex | undefined {
  return sexes.has(code) ? SEXES[code] : undefined;
}
