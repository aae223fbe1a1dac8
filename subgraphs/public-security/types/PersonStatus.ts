import { builder } from '../builder.ts';

/** Standing of a person on the population register (人员状态). */
export const PersonStatus = builder.enumType('PersonStatus', {
  description: 'Standing of a person on the population register (人员状态).',
  values: {
    ALIVE: { description: 'Living (正常).' },
    DECEASED: { description: 'Died (死亡).' },
    CANCELLED: { description: 'Taken off the register for another reason (注销).' },
  },
});
