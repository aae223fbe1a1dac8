import { codeTable } from './code-table.ts';

/**
 * Kinds of police incident (警情类别). Police services classify by tables of their own; replaceable.
 */
export const incidentKinds = codeTable({
  system: 'incident-kind',
  title: 'Kind of incident',
  titleZh: '警情类别',
  verified: false,
  codes: {
    '01': { label: 'Criminal', labelZh: '刑事警情' },
    '02': { label: 'Public order', labelZh: '治安警情' },
    '03': { label: 'Traffic', labelZh: '交通警情' },
    '04': { label: 'Dispute', labelZh: '纠纷警情' },
    '05': { label: 'Domestic violence', labelZh: '家庭暴力' },
    '06': { label: 'Telecommunication fraud', labelZh: '电信网络诈骗' },
    '07': { label: 'Call for help', labelZh: '群众求助' },
    '08': { label: 'Missing person', labelZh: '走失人员' },
    '09': { label: 'Noise', labelZh: '噪音扰民' },
    '10': { label: 'Fire and disaster', labelZh: '火灾及灾害事故' },
    '99': { label: 'Other', labelZh: '其他' },
  },
});
