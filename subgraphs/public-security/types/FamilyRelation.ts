import { builder } from '../builder.ts';

/** Relation of a member to the head of the household, GB/T 4761-2008 (与户主关系). */
export const FamilyRelation = builder.enumType('FamilyRelation', {
  description: 'Relation of a member to the head of the household, GB/T 4761-2008 (与户主关系).',
  values: {
    SELF: { description: 'Self (本人).' },
    HEAD: { description: 'Head of the household (户主).' },
    SPOUSE: { description: 'Husband or wife (配偶).' },
    SON: { description: 'Son (子).' },
    DAUGHTER: { description: 'Daughter (女).' },
    SON_IN_LAW: { description: 'Son-in-law (女婿).' },
    DAUGHTER_IN_LAW: { description: 'Daughter-in-law (儿媳).' },
    GRANDCHILD: { description: 'Grandchild or a later descendant (孙辈).' },
    FATHER: { description: 'Father (父亲).' },
    MOTHER: { description: 'Mother (母亲).' },
    PARENT_IN_LAW: { description: 'Parent of the husband or wife (公婆、岳父母).' },
    GRANDPARENT: { description: 'Grandparent or an earlier ancestor (祖辈).' },
    SIBLING: { description: 'Brother or sister (兄弟姐妹).' },
    OTHER_RELATIVE: { description: 'Other kin (其他亲属).' },
    NON_RELATIVE: { description: 'No relative (非亲属).' },
  },
});
