import { builder } from '../builder.ts';

/** Where a case came in (受理渠道). */
export const IntakeChannel = builder.enumType('IntakeChannel', {
  description: 'Where a case came in (受理渠道).',
  values: {
    SERVICE_WINDOW: { description: 'Window of the centre (服务窗口).' },
    HOTLINE: { description: 'Telephone line (热线电话).' },
    ONLINE: { description: 'Online (网上受理).' },
    GRID_REPORT: { description: 'Report of a grid worker (网格上报).' },
    CITY_CENTER_1890: { description: 'The 1890 centre (1890中心).' },
    WORKER_APPEAL: { description: 'Appeal of a worker in new forms of employment (e拨就灵).' },
    VOLUNTEER_REPORT: { description: 'Report of a volunteer (志愿者上报).' },
    HOUSEHOLD_VISIT: { description: 'Found at a household visit (入户走访).' },
    FORUM: { description: 'Raised at a forum (新新交心).' },
    TRANSFER_110: { description: 'Passed on by the police hotline (110移送).' },
    TRANSFER_12345: { description: 'Passed on by the government hotline (12345转办).' },
    COURT: { description: 'Entrusted by the court (法院委派).' },
  },
});
