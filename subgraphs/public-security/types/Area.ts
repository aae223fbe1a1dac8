import { builder } from '../builder.ts';

/** An area of the district by its code; what it is called the hub knows. */
export const Area = builder.objectRef<{ readonly code: string }>('Area').implement({
  description: 'An area of the district, GB/T 2260 and GB/T 10114 (行政区划).',
  directives: { key: { fields: 'code' } },
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'Area code of 6, 9 or 12 digits (区划代码).' }),
  }),
});
