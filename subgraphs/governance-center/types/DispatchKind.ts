import { builder } from '../builder.ts';

/** Kind of an instruction (指令类型). */
export const DispatchKind = builder.enumType('DispatchKind', {
  description: 'Kind of an instruction (指令类型).',
  values: {
    RESPONSE: { description: 'Immediate response, 1, 3 and 10 minutes (即时响应).' },
    POINT_ORDER: { description: 'Order to a department on call (点单).' },
  },
});
