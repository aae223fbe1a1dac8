import { codeTable } from './code-table.ts';

/**
 * Kinds of dispute (纠纷类别) as they are used under GB/T 31000-2015; the numbering is the hub's own and replaceable. The
 * kind that would tell a party's ethnicity or belief is left out on purpose: such matters are filed under 99.
 */
export const disputeKinds = codeTable({
  system: 'dispute-kind',
  title: 'Kind of dispute',
  titleZh: '纠纷类别',
  verified: false,
  codes: {
    '01': { label: 'Marriage and family', labelZh: '婚恋家庭' },
    '02': { label: 'Neighbours', labelZh: '邻里' },
    '03': { label: 'Property management', labelZh: '物业' },
    '04': { label: 'Labour and personnel', labelZh: '劳动人事' },
    '05': { label: 'Lending and finance', labelZh: '金融借贷' },
    '06': { label: 'Traffic accident', labelZh: '交通事故' },
    '07': { label: 'Contract', labelZh: '合同' },
    '08': { label: 'Tort', labelZh: '侵权' },
    '09': { label: 'Personality rights', labelZh: '人格权' },
    '10': { label: 'Property rights', labelZh: '物权' },
    '11': { label: 'Land and resources', labelZh: '土地资源' },
    '12': { label: 'Forest tenure', labelZh: '山林权属' },
    '13': { label: 'Urban and rural construction', labelZh: '城乡建设' },
    '14': { label: 'Land acquisition and resettlement', labelZh: '征地拆迁' },
    '15': { label: 'Medical', labelZh: '医疗' },
    '16': { label: 'Consumer', labelZh: '消费' },
    '17': { label: 'Pollution', labelZh: '环境污染' },
    '18': { label: 'Civil affairs', labelZh: '涉民政' },
    '19': { label: 'Administrative enforcement', labelZh: '行政执法' },
    '20': { label: 'Litigation', labelZh: '涉法涉诉' },
    '21': { label: 'New forms of work', labelZh: '新就业形态' },
    '99': { label: 'Other', labelZh: '其他' },
  },
});
