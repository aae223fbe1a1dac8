import { codeTable } from './code-table.ts';

/**
 * Identity documents (证件类型). 111 to 113, 414, 511 and 513 are of GA/T 517; the code of the foreign permanent
 * residence card was not compared with it, and 990 and 999 are the hub's own. A deployment replaces the last three
 * together with their mapping.
 */
export const identityDocuments = codeTable({
  system: 'identity-document',
  title: 'Identity document',
  titleZh: '证件类型',
  standard: 'GA/T 517-2004',
  verified: false,
  codes: {
    '111': { label: 'Resident identity card', labelZh: '居民身份证' },
    '112': { label: 'Temporary resident identity card', labelZh: '临时居民身份证' },
    '113': { label: 'Household booklet', labelZh: '户口簿' },
    '414': { label: 'Passport', labelZh: '普通护照' },
    '511': { label: 'Travel permit for Taiwan residents', labelZh: '台湾居民来往大陆通行证' },
    '513': { label: 'Permit to Hong Kong and Macao', labelZh: '往来港澳通行证' },
    '553': { label: 'Foreign permanent resident identity card', labelZh: '外国人永久居留身份证' },
    '990': { label: 'Residence permit for Hong Kong, Macao and Taiwan residents', labelZh: '港澳台居民居住证' },
    '999': { label: 'Other document', labelZh: '其他证件' },
  },
});

/** The kind of an identity document, as the graph names it. */
export type IdentityDocumentKind =
  | 'RESIDENT_ID'
  | 'TEMPORARY_RESIDENT_ID'
  | 'HOUSEHOLD_BOOKLET'
  | 'PASSPORT'
  | 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT'
  | 'FOREIGN_PERMANENT_RESIDENCE'
  | 'OTHER';

const KINDS = {
  '111': 'RESIDENT_ID',
  '112': 'TEMPORARY_RESIDENT_ID',
  '113': 'HOUSEHOLD_BOOKLET',
  '414': 'PASSPORT',
  '511': 'OTHER',
  '513': 'OTHER',
  '553': 'FOREIGN_PERMANENT_RESIDENCE',
  '990': 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT',
  '999': 'OTHER',
} as const;

/** The kind that a document code stands for; undefined for a code that the table does not list. */
export function identityDocumentKindOf(code: string): IdentityDocumentKind | undefined {
  return identityDocuments.has(code) ? KINDS[code] : undefined;
}
