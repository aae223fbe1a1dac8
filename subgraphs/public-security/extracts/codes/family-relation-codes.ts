import { familyRelationOf } from '../../../../schema/kit/code-tables/family-relation.ts';
import { familyRelations } from '../../../../schema/kit/code-tables/family-relations.ts';

/** What the register stores for each code of GB/T 4761-2008 that an extract holds. */
export const familyRelationCodes: Readonly<Record<string, string>> = Object.fromEntries(
  familyRelations.values.map((raw) => [raw, familyRelationOf(raw) ?? 'OTHER_RELATIVE']),
);
