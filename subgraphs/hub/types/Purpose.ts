import { builder } from '../builder.ts';
import type { PurposeTold } from '../loaders/purpose-at.ts';
import { validPurposes } from '../loaders/purposes.ts';

const PurposeBinding = builder.enumType('PurposeBinding', {
  description: 'What a purpose is bound to (用途约束).',
  values: {
    NONE: { description: 'Nothing beyond its scopes (无).' },
    CASE: { description: 'A live case that the viewer’s organization holds (在办事项).' },
    DISPATCH: { description: 'A matter with a unit under way (处突派遣).' },
    AREA: { description: 'The viewer’s areas (区划范围).' },
    OWN_DEPARTMENT: { description: 'The viewer’s own department (本部门).' },
    OWN_RECORD: { description: 'The viewer’s own record (本人信息).' },
  } as const,
});

/** Why somebody may ask. */
export const Purpose = builder.objectRef<PurposeTold>('Purpose').implement({
  description: 'Why somebody may ask, by which law and for what (用途).',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'What `X-Purpose` states (用途代码).' }),
    title: t.exposeString('title', { nullable: false, description: 'English title (英文名称).' }),
    titleZh: t.exposeString('titleZh', { nullable: false, description: 'Chinese title (中文名称).' }),
    legalBasis: t.exposeString('legalBasis', { nullable: false, description: 'Law that allows it (法律依据).' }),
    scopes: t.stringList({
      nullable: false,
      description: 'Scopes that it may open, those for the matter’s subjects alone included (可用权限).',
      resolve: ({ scopes, matterScopes }) => [...new Set([...scopes, ...matterScopes])],
    }),
    boundTo: t.field({
      type: PurposeBinding,
      nullable: false,
      description: 'What must be named beside it (用途约束).',
      resolve: ({ boundTo }) => boundTo as typeof PurposeBinding.$inferType,
    }),
  }),
});

builder.queryField('purposes', (t) =>
  t.field({
    type: [Purpose],
    directives: { authenticated: {} },
    description: 'Purposes that are valid now: none is hidden (现行用途).',
    resolve: (_root, _arguments, context) => validPurposes(context),
  }),
);
