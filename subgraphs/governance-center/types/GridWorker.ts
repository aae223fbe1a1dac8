import { builder } from '../builder.ts';

interface GridWorkerValue {
  readonly name: string;
  readonly fullTime: boolean;
  readonly lastTrainedOn: string | null;
}

/** Who fills a post: an official, named in full. */
export const GridWorker = builder.objectRef<GridWorkerValue>('GridWorker').implement({
  description: 'Who fills a post of a grid (网格工作人员).',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'Name, in full as of every official (姓名).' }),
    fullTime: t.exposeBoolean('fullTime', { nullable: false, description: 'Full-time (是否专职).' }),
    lastTrainedOn: t.expose('lastTrainedOn', { type: 'Date', description: 'Last training (最近培训日期).' }),
  }),
});
