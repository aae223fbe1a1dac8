import { text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Which mediators handle which mediation (调解员分配). */
export const mediationAssignments = extractLayout({
  name: 'mediation-assignments',
  title: '调解员分配',
  catalogueId: '330803/SF/0005',
  fileName: '调解员分配.csv',
  encoding: 'gb18030',
  table: 'mediation_assignment',
  key: ['mediation_number', 'mediator_number'],
  order: 5,
  columns: {
    mediation_number: text('调解编号', { required: true, max: 40 }),
    mediator_number: text('调解员编号', { required: true, max: 40 }),
  },
});
