import { shared } from '../../../schema/kit/builder.ts';
import { resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { marriageById } from '../loaders/marriage-by-id.ts';
import type { MarriageRow } from '../loaders/marriage-record.ts';
import { Person } from './Person.ts';

const MarriageStatus = builder.enumType('MarriageStatus', {
  description: 'Where a marriage stands (婚姻状态).',
  values: {
    MARRIED: { description: 'In force (有效).' },
    DIVORCED: { description: 'Ended by divorce (离婚).' },
    WIDOWED: { description: 'Ended by a spouse’s death (丧偶).' },
    ANNULLED: { description: 'Annulled (撤销或无效).' },
  } as const,
});

/** A marriage entered in the register. */
export const Marriage = builder.objectRef<MarriageRow>('Marriage').implement({
  description: 'A marriage entered in the civil-affairs register (婚姻登记).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (婚姻登记标识).' }),
    spouses: t.field({
      type: [Person],
      nullable: false,
      description: 'Both spouses, first signatory first; public security says who they are (双方).',
      resolve: ({ firstSpouseId, secondSpouseId }) => [{ id: firstSpouseId }, { id: secondSpouseId }],
    }),
    status: t.expose('status', { type: MarriageStatus, nullable: false, description: 'Where it stands (婚姻状态).' }),
    registeredOn: t.expose('registeredOn', {
      type: 'Date',
      nullable: false,
      description: 'Day of registration (登记日期).',
    }),
    endedOn: t.expose('endedOn', { type: 'Date', description: 'Day on which it ended (终止日期).' }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'Marriage', async ({ id }, context) =>
  foundWithinMatter(context, 'civil-affairs.marriage:read', await marriageById.load(context, id)),
);
