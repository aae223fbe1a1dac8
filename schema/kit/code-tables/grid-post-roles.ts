import { codeTable } from './code-table.ts';

/**
 * Posts of a grid (网格岗位). A deployment puts its own list here.
 */
export const gridPostRoles = codeTable({
  system: 'grid-post-role',
  title: 'Grid post',
  titleZh: '网格岗位',
  verified: false,
  codes: {
    '01': { label: 'Grid head', labelZh: '网格长' },
    '02': { label: 'Full-time grid worker', labelZh: '专职网格员' },
    '03': { label: 'Part-time grid worker', labelZh: '兼职网格员' },
    '04': { label: 'Grid adviser', labelZh: '网格指导员' },
    '05': { label: 'Micro-grid head', labelZh: '微网格长' },
    '06': { label: 'Grid police officer', labelZh: '网格民警' },
  },
});
