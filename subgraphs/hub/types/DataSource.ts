import { InvalidInput } from '../../../schema/kit/refusals.ts';
import { builder } from '../builder.ts';
import { batchesByDepartment } from '../loaders/batches-by-department.ts';
import { readSources, type Source } from '../loaders/sources.ts';
import { ImportBatch } from './ImportBatch.ts';

const MOST_BATCHES = 100;

const SourceStatus = builder.enumType('SourceStatus', {
  description: 'How a source stands (数据源状态).',
  values: {
    UP: { description: 'Taken in as it should be (正常).' },
    DEGRADED: { description: 'More than a tenth of the newest file of a layout was set aside (降级).' },
    DOWN: { description: 'Nothing was ever taken in (不可用).' },
  } as const,
});

const DataSource = builder.objectRef<Source>('DataSource').implement({
  description: 'A department’s register as the hub has it (数据源).',
  fields: (t) => ({
    department: t.exposeString('department', { nullable: false, description: 'Owner of the register (责任部门).' }),
    status: t.expose('status', { type: SourceStatus, nullable: false, description: 'How it stands (状态).' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Newest moment the data speaks of (数据时点).' }),
    rows: t.exposeInt('rows', {
      nullable: false,
      description: 'Rows taken in, of all files together (入库行数).',
    }),
    quarantined: t.exposeInt('quarantined', {
      nullable: false,
      description: 'Rows set aside, of all files together (隔离行数).',
    }),
    batches: t.field({
      type: [ImportBatch],
      nullable: false,
      description: 'Files taken in, newest first (导入批次).',
      args: { first: t.arg.int({ defaultValue: 10, description: 'How many, at most 100 (条数).' }) },
      resolve: ({ department }, { first }, context) => {
        const most = first ?? 10;
        if (most < 0 || most > MOST_BATCHES) {
          throw new InvalidInput('INVALID_ARGUMENT', `Expected \`first\` from 0 to ${MOST_BATCHES}, got ${most}.`);
        }
        return batchesByDepartment.load(context, department, { first: most });
      },
    }),
  }),
});

builder.queryField('dataSources', (t) =>
  t.field({
    type: [DataSource],
    directives: { authenticated: {} },
    description: 'How fresh each source is (数据源).',
    resolve: (_root, _arguments, context) => readSources(context),
  }),
);
