import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { caseByNumber } from '../loaders/case-by-number.ts';
import { caseChanges } from '../loaders/case-changes.ts';
import { Case } from './references.ts';

builder.subscriptionType({ description: 'What is told as it happens, over server-sent events (实时订阅).' });

builder.subscriptionField('caseChanged', (t) =>
  t.field({
    type: Case,
    directives: requiresScopes('governance-center.case:read'),
    description:
      'Each case of the viewer’s areas, and the one in hand, whenever it changes; of changes in quick succession the last (事件变更).',
    args: {
      areaCode: t.arg.string({ description: 'Area code prefix, for cases of a part of the areas (区划代码前缀).' }),
    },
    subscribe: (_root, { areaCode }, context) => caseChanges(context, areaCode),
    resolve: async ({ key }, { areaCode }, context) => {
      const row = await caseByNumber.load(context, key);
      return row && (!areaCode || row.areaCode.startsWith(areaCode)) ? row : null;
    },
  }),
);
