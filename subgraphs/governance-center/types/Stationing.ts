import { builder } from '../builder.ts';

/** How a department is present at the centre (入驻方式). */
export const Stationing = builder.enumType('Stationing', {
  description: 'How a department is present at the centre (入驻方式).',
  values: {
    RESIDENT: { description: 'There every workday (常驻).' },
    ROTATING: { description: 'There on its day of the week (轮驻).' },
    ON_CALL: { description: 'Comes when called (随叫随到).' },
  },
});
