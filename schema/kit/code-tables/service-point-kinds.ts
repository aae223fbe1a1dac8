import { codeTable } from './code-table.ts';

/**
 * Kinds of places in the fifteen-minute service circle (服务点类别). A deployment puts its own list here.
 */
export const servicePointKinds = codeTable({
  system: 'service-point-kind',
  title: 'Kind of service point',
  titleZh: '服务点类别',
  verified: false,
  codes: {
    '01': { label: 'Rider station', labelZh: '骑手驿站' },
    '02': { label: 'Rest stop for new forms of work', labelZh: '暖新驿站' },
    '03': { label: 'Battery swap and charging', labelZh: '换电充电点' },
    '04': { label: 'Community canteen', labelZh: '惠民食堂' },
    '05': { label: 'Legal service point', labelZh: '法律服务点' },
    '06': { label: 'Police room', labelZh: '警务室' },
    '07': { label: 'Community clinic', labelZh: '社区卫生服务站' },
    '08': { label: 'Deliberation pavilion', labelZh: '议事亭' },
    '09': { label: 'Convenience service centre', labelZh: '便民服务中心' },
  },
});
