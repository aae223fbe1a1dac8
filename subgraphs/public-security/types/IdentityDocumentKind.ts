import { builder } from '../builder.ts';

/** Kind of identity document, GA/T 517 (证件种类). */
export const IdentityDocumentKind = builder.enumType('IdentityDocumentKind', {
  description: 'Kind of identity document, GA/T 517 (证件种类).',
  values: {
    RESIDENT_ID: { description: 'Resident identity card (居民身份证).' },
    TEMPORARY_RESIDENT_ID: { description: 'Temporary resident identity card (临时居民身份证).' },
    HOUSEHOLD_BOOKLET: { description: 'Household booklet (户口簿).' },
    PASSPORT: { description: 'Passport (护照).' },
    HK_MACAO_TAIWAN_RESIDENCE_PERMIT: {
      description: 'Residence permit for residents of Hong Kong, Macao and Taiwan (港澳台居民居住证).',
    },
    FOREIGN_PERMANENT_RESIDENCE: { description: 'Foreign permanent resident identity card (外国人永久居留身份证).' },
    OTHER: { description: 'Another document (其他证件).' },
  },
});
