import { shared } from '../../../schema/kit/builder.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { requiresScopes } from '../../../schema/kit/federation.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { identityByPerson } from '../loaders/identity-by-person.ts';
import { membershipsByPerson } from '../loaders/memberships-by-person.ts';
import { type MaskedPerson, personById } from '../loaders/person-by-id.ts';
import { particularsKey, personByParticulars } from '../loaders/person-by-particulars.ts';
import { registerRecordByPerson } from '../loaders/register-record-by-person.ts';
import { residenceAddressByPerson } from '../loaders/residence-address-by-person.ts';
import { Area } from './Area.ts';
import { FamilyRelation } from './FamilyRelation.ts';
import { Household } from './Household.ts';
import { HouseholdMembership } from './HouseholdMembership.ts';
import { PersonIdentity } from './PersonIdentity.ts';
import { PersonStatus } from './PersonStatus.ts';
import { RegisterRecord } from './RegisterRecord.ts';
import { RegistrationKind } from './RegistrationKind.ts';
import { Sex } from './Sex.ts';

/** A person by id. The key costs nothing: every masked field rides on one read of the register. */
export const Person = builder.objectRef<{ readonly id: string }>('Person');

const directives = requiresScopes('public-security.person:read');

/** A field of the masked record; null where the register shows the viewer no such person. */
const masked =
  <Value>(valueOf: (person: MaskedPerson, context: SubgraphContext) => Value | Promise<Value>) =>
  async ({ id }: { readonly id: string }, _arguments: object, context: SubgraphContext): Promise<Value | null> => {
    const person = await personById.load(context, id);
    return person && valueOf(person, context);
  };

Person.implement({
  description: 'A person on the population register, masked (人口).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    maskedName: t.string({
      directives,
      description: 'Surname and asterisks, such as 魏** (脱敏姓名).',
      resolve: masked(({ maskedName }) => maskedName),
    }),
    maskedIdNumber: t.string({
      directives,
      description: 'First six and last two characters of the document number (脱敏证件号码).',
      resolve: masked(({ maskedIdNumber }) => maskedIdNumber),
    }),
    sex: t.field({ type: Sex, directives, description: 'Sex (性别).', resolve: masked(({ sex }) => sex) }),
    ageBand: t.string({
      directives,
      description: 'Published band of the age; the birth date lies in the envelope (年龄段).',
      resolve: masked(({ ageBand }) => ageBand),
    }),
    status: t.field({
      type: PersonStatus,
      directives,
      description: 'Living, dead or taken off the register (人员状态).',
      resolve: masked(({ status }) => status),
    }),
    registration: t.field({
      type: RegistrationKind,
      directives,
      description: 'How the person is registered (人口类别).',
      resolve: masked(({ registration }) => registration),
    }),
    area: t.field({
      type: Area,
      directives,
      description: 'Village or community where the person lives (现住地区划).',
      resolve: masked(({ areaCode }) => ({ code: areaCode })),
    }),
    household: t.field({
      type: Household,
      directives,
      description: 'The household lived in; nobody need live in one (实有户).',
      resolve: masked(({ householdId }) => (householdId === null ? null : { id: householdId })),
    }),
    registeredHousehold: t.field({
      type: Household,
      directives,
      description: 'The household of the hukou, often another than the one lived in (户籍户).',
      resolve: masked(({ registeredHouseholdId }) =>
        registeredHouseholdId === null ? null : { id: registeredHouseholdId },
      ),
    }),
    relationToHead: t.field({
      type: FamilyRelation,
      directives,
      description: 'Relation to the head of the household lived in, GB/T 4761-2008 (与户主关系).',
      resolve: masked(({ relation }) => relation),
    }),
    householdHistory: t.field({
      type: [HouseholdMembership],
      directives,
      description: 'Households of both registers that the person belonged to, oldest first (户成员变动).',
      resolve: ({ id }, _arguments, context) => membershipsByPerson.load(context, id),
    }),
    residenceAddress: t.string({
      directives: requiresScopes('public-security.address:read'),
      description: 'Address at which the person lives (现住址).',
      resolve: async ({ id }, _arguments, context) => (await residenceAddressByPerson.load(context, id))?.address,
    }),
    identity: t.field({
      type: PersonIdentity,
      directives: requiresScopes('public-security.person:identify'),
      description: 'The sealed envelope; each opening is a disclosure (身份明文，每次打开均留痕).',
      resolve: ({ id }, _arguments, context) => identityByPerson.load(context, id),
    }),
    publicSecurityRecord: t.field({
      type: RegisterRecord,
      directives: { inaccessible: {} },
      description: 'What this register says, for the comparison of registers alone (登记比对信息).',
      resolve: ({ id }, _arguments, context) => registerRecordByPerson.load(context, id),
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      directives,
      description: 'Where the record comes from (数据来源).',
      resolve: masked(({ batchId }, context) => sourceOfBatch(context, batchId)),
    }),
  }),
});

builder.queryField('findPerson', (t) =>
  t.field({
    type: Person,
    directives: requiresScopes('hub.person:lookup'),
    description:
      'The one living person whom name, date of birth and area all fit, or nobody: for people without their card at the window (无证件人员查找).',
    args: {
      name: t.arg.string({
        required: true,
        directives: { tag: { name: 'sensitive' } },
        description: 'Whole name (姓名).',
      }),
      birthDate: t.arg({
        type: 'Date',
        required: true,
        directives: { tag: { name: 'sensitive' } },
        description: 'Date of birth (出生日期).',
      }),
      areaCode: t.arg.string({ required: true, description: 'Village or community of residence (现住地区划).' }),
    },
    resolve: (_root, particulars, context) => personByParticulars.load(context, particularsKey(particulars)),
  }),
);
