import { builder } from '../builder.ts';

/** How an incident came to the police (报警方式). */
export const IncidentChannel = builder.enumType('IncidentChannel', {
  description: 'How an incident came to the police (报警方式).',
  values: {
    HOTLINE_110: { description: 'By the 110 line (110 报警).' },
    WALK_IN: { description: 'At the station (上门报警).' },
    PATROL: { description: 'Met on patrol (巡逻发现).' },
    TRANSFER: { description: 'Passed on by another authority (移交).' },
    ONLINE: { description: 'Online (网上报警).' },
  },
});
