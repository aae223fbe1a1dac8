import { codeTable } from './code-table.ts';

/**
 * What a grid is responsible for (网格职责清单). A deployment puts its own list here.
 */
export const gridDuties = codeTable({
  system: 'grid-duty',
  title: 'Grid duty',
  titleZh: '网格职责',
  verified: false,
  codes: {
    '01': { label: 'Visit and keep in touch with residents', labelZh: '走访联系群众' },
    '02': { label: 'Find disputes early', labelZh: '排查矛盾纠纷' },
    '03': { label: 'Find safety hazards', labelZh: '排查安全隐患' },
    '04': { label: 'Care for people in need', labelZh: '关爱特殊群体' },
    '05': { label: 'Keep basic information up to date', labelZh: '采集基础信息' },
    '06': { label: 'Explain policies and laws', labelZh: '宣传政策法规' },
    '07': { label: 'Run errands for public services', labelZh: '代办便民服务' },
    '08': { label: 'Collect opinions and requests', labelZh: '收集社情民意' },
    '09': { label: 'Help in emergencies', labelZh: '参与应急处置' },
    '10': { label: 'Keep the surroundings in order', labelZh: '维护环境秩序' },
  },
});
