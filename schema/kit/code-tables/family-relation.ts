import { familyRelations } from './family-relations.ts';

/** The relation of a member to the head of the household, as the graph names it. */
export type FamilyRelation =
  | 'SELF'
  | 'HEAD'
  | 'SPOUSE'
  | 'SON'
  | 'DAUGHTER'
  | 'SON_IN_LAW'
  | 'DAUGHTER_IN_LAW'
  | 'GRANDCHILD'
  | 'FATHER'
  | 'MOTHER'
  | 'PARENT_IN_LAW'
  | 'GRANDPARENT'
  | 'SIBLING'
  | 'OTHER_RELATIVE'
  | 'NON_RELATIVE';

/** The relation of a group of codes, by their first digit (GB/T 4761-2008). */
const GROUPS: Readonly<Record<string, FamilyRelation>> = {
  '1': 'SPOUSE',
  '2': 'SON',
  '3': 'DAUGHTER',
  '4': 'GRANDCHILD',
  '6': 'GRANDPARENT',
  '7': 'SIBLING',
};

/** Codes that differ from their group; a parent of unstated sex and a sibling's spouse have no name of their own. */
const SINGLE: Readonly<Record<string, FamilyRelation>> = {
  '01': 'SELF',
  '02': 'HEAD',
  '28': 'SON_IN_LAW',
  '38': 'DAUGHTER_IN_LAW',
  '51': 'FATHER',
  '52': 'MOTHER',
  '53': 'PARENT_IN_LAW',
  '54': 'PARENT_IN_LAW',
  '55': 'PARENT_IN_LAW',
  '56': 'PARENT_IN_LAW',
  '57': 'FATHER',
  '58': 'MOTHER',
  '72': 'OTHER_RELATIVE',
  '74': 'OTHER_RELATIVE',
  '76': 'OTHER_RELATIVE',
  '78': 'OTHER_RELATIVE',
  '99': 'NON_RELATIVE',
};

/**
 * The graph's relation for a code of GB/T 4761-2008; undefined for a code that the standard does not list.
 */
export function familyRelationOf(code: string): FamilyRelation | undefined {
  if (!familyRelations.has(code)) return undefined;
  return SINGLE[code] ?? GROUPS[code.charAt(0)] ?? 'OTHER_RELATIVE';
}
