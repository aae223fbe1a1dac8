import { builder } from '../builder.ts';

/** Register in which a household stands (户类型). */
export const HouseholdBasis = builder.enumType('HouseholdBasis', {
  description: 'Register in which a household stands (户类型).',
  values: {
    REGISTERED: { description: 'The hukou register (户籍户).' },
    RESIDENT: { description: 'Who lives together, migrants included (实有户).' },
  },
});
