import { builder } from '../builder.ts';

/** A scheme of medical insurance, insutype (医保险种). */
export const MedicalScheme = builder.enumType('MedicalScheme', {
  description: 'Scheme of medical insurance (医保险种).',
  values: {
    EMPLOYEE: { description: 'Basic medical insurance of employees (职工基本医疗保险).' },
    RESIDENT: { description: 'Basic medical insurance of residents (城乡居民基本医疗保险).' },
  },
});
