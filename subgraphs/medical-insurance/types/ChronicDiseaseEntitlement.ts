import { shared } from '../../../schema/kit/builder.ts';
import { chronicDiseases } from '../../../schema/kit/code-tables/chronic-diseases.ts';
import { builder } from '../builder.ts';
import type { EntitlementRow } from '../loaders/register.ts';

/** What a chronic disease entitles to, [from, to) (门诊慢特病待遇). */
export const ChronicDiseaseEntitlement = builder.objectRef<EntitlementRow>('ChronicDiseaseEntitlement').implement({
  description: 'What a chronic disease entitles to outside hospital (门诊慢特病待遇).',
  fields: (t) => ({
    disease: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Disease (病种).',
      resolve: ({ diseaseCode }) => chronicDiseases.codeOf(diseaseCode),
    }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (开始日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day after the last; null while it lasts (终止日期).' }),
  }),
});
