import { builder } from '../builder.ts';

/** A reason to look in on somebody (关爱类别). */
export const CareKind = builder.enumType('CareKind', {
  description: 'A reason to look in on somebody (关爱类别).',
  values: {
    LIVES_ALONE_ELDERLY: { description: 'Lives alone and is 65 or older (独居老人).' },
    ADVANCED_AGE: { description: 'Is 80 or older (高龄老人).' },
    EXTREME_HARDSHIP: { description: 'Receives extreme-hardship support (特困人员).' },
    LEFT_BEHIND_CHILD: { description: 'Child whose parents work elsewhere (留守儿童).' },
    ORPHAN: { description: 'Orphan (孤儿).' },
    SEVERE_DISABILITY: { description: 'Severely disabled (重度残疾人).' },
  },
});
