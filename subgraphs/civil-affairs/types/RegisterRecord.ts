import { builder } from '../builder.ts';
import type { ServiceRecipientRow } from '../loaders/service-recipient-by-person.ts';

const Sex = builder.enumType('Sex', {
  description: 'Sex, GB/T 2261.1 (性别).',
  values: {
    UNKNOWN: { description: 'Unknown (未知).' },
    MALE: { description: 'Male (男).' },
    FEMALE: { description: 'Female (女).' },
    UNSPECIFIED: { description: 'Not specified (未说明).' },
  } as const,
});

/** What one register says of a person; it never leaves the hub. */
export const RegisterRecord = builder.objectRef<ServiceRecipientRow>('RegisterRecord').implement({
  description: 'What one register says of a person, for comparing registers alone (登记信息).',
  directives: { shareable: {}, inaccessible: {} },
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'Name (姓名).' }),
    sex: t.expose('sex', { type: Sex, nullable: false, description: 'Sex (性别).' }),
    birthDate: t.expose('birthDate', { type: 'Date', description: 'Birth date (出生日期).' }),
  }),
});
