import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { householdById } from '../loaders/household-by-id.ts';

/** A household by id. */
export const Household = builder.objectRef<{ readonly id: string }>('Household').implement({
  description: 'A household that some register knows (户).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
  }),
});

builder.queryField('household', (t) =>
  t.field({
    type: Household,
    directives: requiresScopes('public-security.person:read'),
    description: 'A household by id, an older id of the same household included (户).',
    args: { id: t.arg.id({ required: true, description: 'Id of the household (户标识).' }) },
    resolve: (_root, { id }, context) => householdById.load(context, id),
  }),
);
