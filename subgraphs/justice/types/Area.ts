import { builder } from '../builder.ts';

/** A division by its code; the hub says what it is called. */
export const Area = builder.objectRef<{ readonly code: string }>('Area').implement({
  description: 'A division: district, town or village (行政区划).',
  directives: { key: { fields: 'code' } },
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'Code of 6, 9 or 12 digits (区划代码).' }),
  }),
});
