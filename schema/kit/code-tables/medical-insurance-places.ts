import { codeTable } from './code-table.ts';

/**
 * Places of medical insurance (insuplc_admdvs, 参保地): divisions of GB/T 2260 around the district and the pool of the city
 * proper. A deployment extends the list by the places that its extracts hold.
 */
export const medicalInsurancePlaces = codeTable({
  system: 'insuplc_admdvs',
  title: 'Place of insurance',
  titleZh: '参保地',
  standard: 'GB/T 2260-2007',
  verified: false,
  codes: {
    '330800': { label: 'Quzhou City', labelZh: '衢州市' },
    '330802': { label: 'Kecheng District', labelZh: '柯城区' },
    '330803': { label: 'Qujiang District', labelZh: '衢江区' },
    '330822': { label: 'Changshan County', labelZh: '常山县' },
    '330824': { label: 'Kaihua County', labelZh: '开化县' },
    '330825': { label: 'Longyou County', labelZh: '龙游县' },
    '330881': { label: 'Jiangshan City', labelZh: '江山市' },
    '330100': { label: 'Hangzhou City', labelZh: '杭州市' },
    '330700': { label: 'Jinhua City', labelZh: '金华市' },
    '330000': { label: 'Zhejiang Province', labelZh: '浙江省' },
  },
});
