import { builder } from '../builder.ts';

/** How a person is registered (人口类别). */
export const RegistrationKind = builder.enumType('RegistrationKind', {
  description: 'How a person is registered (人口类别).',
  values: {
    REGISTERED: { description: 'With a household registration here (户籍人口).' },
    FLOATING: { description: 'Living here, registered elsewhere (流动人口).' },
    HK_MACAO_TAIWAN: { description: 'From Hong Kong, Macao or Taiwan (港澳台人员).' },
    FOREIGN: { description: 'Foreign (境外人员).' },
  },
});
