import { builder } from '../builder.ts';

/** A scheme of social insurance, AAE140 (险种). */
export const InsuranceScheme = builder.enumType('InsuranceScheme', {
  description: 'Scheme of social insurance (险种).',
  values: {
    EMPLOYEE_PENSION: { description: 'Basic pension insurance of employees (企业职工基本养老保险).' },
    RESIDENT_PENSION: { description: 'Basic pension insurance of residents (城乡居民基本养老保险).' },
    UNEMPLOYMENT: { description: 'Unemployment insurance (失业保险).' },
    WORK_INJURY: { description: 'Work injury insurance (工伤保险).' },
  },
});
