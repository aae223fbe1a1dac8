import { shared } from '../../../schema/kit/builder.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import type { CareTagRow } from '../loaders/care-tags-by-person.ts';

const CareKind = builder.enumType('CareKind', {
  description: 'A group of people in care (关爱对象类别).',
  values: {
    LIVES_ALONE_ELDERLY: { description: 'Elderly and living alone (独居老人).' },
    ADVANCED_AGE: { description: 'Of advanced age (高龄老人).' },
    EXTREME_HARDSHIP: { description: 'Supported in extreme hardship (特困人员).' },
    LEFT_BEHIND_CHILD: { description: 'A child whose parents are away (留守儿童).' },
    ORPHAN: { description: 'An orphan (孤儿).' },
    SEVERE_DISABILITY: { description: 'Severely disabled (重度残疾).' },
  } as const,
});

/** To which group of people in care somebody belongs. */
export const CareTag = builder.objectRef<CareTagRow>('CareTag').implement({
  description: 'To which group of people in care somebody belongs; it opens help and closes nothing (关爱标签).',
  fields: (t) => ({
    kind: t.expose('kind', { type: CareKind, nullable: false, description: 'The group (类别).' }),
    since: t.expose('since', { type: 'Date', nullable: false, description: 'First day (认定日期).' }),
    until: t.expose('until', { type: 'Date', description: 'Day on which it ended (终止日期).' }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});
