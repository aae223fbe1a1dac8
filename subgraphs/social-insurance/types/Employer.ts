import { builder } from '../builder.ts';

/** An employer that enrols people (参保单位). */
export const Employer = builder
  .objectRef<{ readonly creditCode: string; readonly name: string }>('Employer')
  .implement({
    description: 'An employer that enrols people (参保单位).',
    fields: (t) => ({
      creditCode: t.exposeString('creditCode', {
        nullable: false,
        description: 'Unified social credit code, GB 32100-2015, its check character verified (统一社会信用代码).',
      }),
      name: t.exposeString('name', { nullable: false, description: 'Name (单位名称).' }),
    }),
  });
