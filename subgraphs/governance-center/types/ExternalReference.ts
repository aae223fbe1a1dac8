import { builder } from '../builder.ts';
import type { ExternalReferenceRow } from '../loaders/references-by-case.ts';

/** A number that a case bears elsewhere. */
export const ExternalReference = builder.objectRef<ExternalReferenceRow>('ExternalReference').implement({
  description: 'The number of a case at another system: 110, 12345, the court, the petition office (外部编号).',
  fields: (t) => ({
    system: t.exposeString('system', { nullable: false, description: 'The other system (外部系统).' }),
    number: t.exposeString('number', { nullable: false, description: 'Its number there (外部编号).' }),
  }),
});
