import { builder } from '../builder.ts';
import type { RegisterRecordRow } from '../loaders/register.ts';
import { Sex } from './Sex.ts';

/** What one register says of a person; the hub compares, clients never see it. */
export const RegisterRecord = builder.objectRef<RegisterRecordRow>('RegisterRecord').implement({
  description: 'What one register says of a person, to be compared with the others (登记比对信息).',
  directives: { shareable: {}, inaccessible: {} },
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'Name (姓名).' }),
    sex: t.expose('sex', { type: Sex, nullable: false, description: 'Sex (性别).' }),
    birthDate: t.expose('birthDate', { type: 'Date', description: 'Date of birth (出生日期).' }),
  }),
});
