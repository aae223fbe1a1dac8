import { builder } from '../builder.ts';
import type { PersonIdentityRow } from '../loaders/identity-by-person.ts';
import { IdentityDocumentKind } from './IdentityDocumentKind.ts';

/** The sealed envelope: a person in clear. */
export const PersonIdentity = builder.objectRef<PersonIdentityRow>('PersonIdentity').implement({
  description: 'The sealed envelope: who a person is, in clear (身份明文).',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'Name (姓名).' }),
    formerName: t.exposeString('formerName', { description: 'Former name (曾用名).' }),
    idNumber: t.exposeString('idNumber', { nullable: false, description: 'Number of the document (证件号码).' }),
    documentKind: t.expose('documentKind', {
      type: IdentityDocumentKind,
      nullable: false,
      description: 'Kind of the document (证件种类).',
    }),
    birthDate: t.expose('birthDate', { type: 'Date', nullable: false, description: 'Date of birth (出生日期).' }),
    phone: t.exposeString('phone', { description: 'Telephone (联系电话).' }),
    previousIdNumbers: t.field({
      type: ['String'],
      nullable: false,
      description: 'Numbers that a correction replaced (曾用公民身份号码).',
      resolve: ({ previousIdNumbers }) => [...previousIdNumbers],
    }),
  }),
});
