import { codeTable } from './code-table.ts';

/**
 * What a mediator is practised in (调解专长). A deployment puts its own list here.
 */
export const mediatorSpecialities = codeTable({
  system: 'mediator-speciality',
  title: 'Speciality',
  titleZh: '调解专长',
  verified: false,
  codes: {
    '01': { label: 'Marriage and family', labelZh: '婚姻家庭' },
    '02': { label: 'Neighbours and property management', labelZh: '邻里物业' },
    '03': { label: 'Labour disputes', labelZh: '劳动争议' },
    '04': { label: 'Lending', labelZh: '金融借贷' },
    '05': { label: 'Road traffic', labelZh: '道路交通' },
    '06': { label: 'Medical disputes', labelZh: '医疗纠纷' },
    '07': { label: 'Land and forests', labelZh: '土地山林' },
    '08': { label: 'Counselling', labelZh: '心理疏导' },
    '09': { label: 'Commercial disputes', labelZh: '商事纠纷' },
  },
});
