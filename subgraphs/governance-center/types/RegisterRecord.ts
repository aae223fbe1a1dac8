import { builder } from '../builder.ts';
import { Sex } from './Sex.ts';

/** What one register says of a person, as the gateway fetched it for the comparison. */
export interface RegisterRecordValue {
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string | null;
}

/** The registers whose records of a person are compared, with the field that brings each. */
export const COMPARED = {
  'public-security': 'publicSecurityRecord',
  'civil-affairs': 'civilAffairsRecord',
  'social-insurance': 'socialInsuranceRecord',
  'medical-insurance': 'medicalInsuranceRecord',
} as const;

/** The records that came with a person; none where nothing is compared or a register does not know the person. */
export type RecordOfPerson = {
  readonly [Field in (typeof COMPARED)[keyof typeof COMPARED]]?: RegisterRecordValue | null;
};

const external = { external: {} };

/** What a register says of a person: only compared, never answered. */
export const RegisterRecord = builder.objectRef<RegisterRecordValue>('RegisterRecord').implement({
  description: 'What one register says of a person, to be compared with the others (登记比对信息).',
  directives: { shareable: {}, inaccessible: {} },
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, directives: external, description: 'Name (姓名).' }),
    sex: t.field({
      type: Sex,
      nullable: false,
      directives: external,
      description: 'Sex (性别).',
      resolve: ({ sex }) => sex as never,
    }),
    birthDate: t.expose('birthDate', { type: 'Date', directives: external, description: 'Date of birth (出生日期).' }),
  }),
});
