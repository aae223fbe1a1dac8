import { builder } from '../builder.ts';
import type { ImportBatchRow, RuleCountRow } from '../loaders/batches-by-department.ts';

const RuleCount = builder.objectRef<RuleCountRow>('RuleCount').implement({
  description: 'How many rows a rule met (规则计数).',
  fields: (t) => ({
    rule: t.exposeString('rule', { nullable: false, description: 'Name of the rule (规则).' }),
    rows: t.exposeInt('rows', { nullable: false, description: 'Rows (行数).' }),
  }),
});

/** What became of one file. */
export const ImportBatch = builder.objectRef<ImportBatchRow>('ImportBatch').implement({
  description: 'A file that was taken in (导入批次).',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id of the batch (批次).' }),
    file: t.exposeString('file', { nullable: false, description: 'Name of the file (文件名).' }),
    sha256: t.exposeString('sha256', { nullable: false, description: 'SHA-256 of the file (文件摘要).' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: false, description: 'Begun (开始时间).' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', description: 'Done (完成时间).' }),
    rows: t.exposeInt('rows', { nullable: false, description: 'Rows read (读取行数).' }),
    accepted: t.exposeInt('accepted', { nullable: false, description: 'Rows taken in (入库行数).' }),
    quarantined: t.exposeInt('quarantined', { nullable: false, description: 'Rows set aside (隔离行数).' }),
    normalised: t.field({
      type: [RuleCount],
      nullable: false,
      description: 'What was put right in accepted rows (规范化).',
      resolve: ({ normalised }) => [...normalised],
    }),
    reasons: t.field({
      type: [RuleCount],
      nullable: false,
      description: 'Why rows were set aside (隔离原因).',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});
