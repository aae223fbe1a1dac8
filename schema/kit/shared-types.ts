import type { SubgraphBuilder } from './builder.ts';
import type { Code } from './code-tables/code-table.ts';
import type { RecordSource } from './record-source.ts';
import type { StatisticTable } from './statistics.ts';

export type SharedTypes = ReturnType<typeof registerSharedTypes>;

/** Registers the `@shareable` value types: each department defines them alike, a query may take them from any. */
export function registerSharedTypes(builder: SubgraphBuilder) {
  const directives = { shareable: {} };
  const recordSource = builder.objectRef<RecordSource>('RecordSource');
  const code = builder.objectRef<Code>('Code');
  const pageInfo = builder.objectRef<PageInfo>('PageInfo');
  const statistics = builder.objectRef<StatisticTable>('StatisticTable');
  const row = builder.objectRef<StatisticTable['rows'][number]>('StatisticRow');
  const group = builder.objectRef<StatisticTable['rows'][number]['group'][number]>('StatisticGroup');
  const statistic = builder.objectRef<StatisticTable['rows'][number]['measures'][number]>('Statistic');

  return {
    recordSource: () =>
      implementOnce(recordSource, () =>
        recordSource.implement({
          description: 'Where a record comes from and how fresh it is (数据来源与时点).',
          directives,
          fields: (t) => ({
            department: t.exposeString('department', {
              nullable: false,
              description: 'Owner of the register (责任部门).',
            }),
            catalogueId: t.exposeString('catalogueId', {
              description: 'Number in the data-sharing catalogue (目录编号).',
            }),
            asOf: t.expose('asOf', {
              type: 'DateTime',
              nullable: false,
              description: 'Moment the data speaks of (数据时点).',
            }),
            importedAt: t.expose('importedAt', {
              type: 'DateTime',
              description: 'When the hub took it in (入库时间).',
            }),
            batchId: t.exposeID('batchId', { description: 'Import batch (批次).' }),
          }),
        }),
      ),
    code: () =>
      implementOnce(code, () =>
        code.implement({
          description: 'A value of a code table, with labels in both languages (代码).',
          directives,
          fields: (t) => ({
            system: t.exposeString('system', { nullable: false, description: 'Code table (代码表).' }),
            code: t.exposeString('code', { nullable: false, description: 'Code as the table writes it (代码值).' }),
            label: t.exposeString('label', { nullable: false, description: 'English label (英文名称).' }),
            labelZh: t.exposeString('labelZh', { nullable: false, description: 'Chinese label (中文名称).' }),
          }),
        }),
      ),
    pageInfo: () =>
      implementOnce(pageInfo, () =>
        pageInfo.implement({
          description: 'Where a page stands in its list (分页信息).',
          directives,
          fields: (t) => ({
            hasNextPage: t.exposeBoolean('hasNextPage', {
              nullable: false,
              description: 'Whether rows follow (是否有下一页).',
            }),
            hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
              nullable: false,
              description: 'Whether rows stand before (是否有上一页).',
            }),
            startCursor: t.exposeString('startCursor', { description: 'Cursor of the first row (首行游标).' }),
            endCursor: t.exposeString('endCursor', {
              description: 'Cursor of the last row; pass it as `after` (末行游标).',
            }),
          }),
        }),
      ),
    statisticTable: () =>
      implementOnce(statistics, () => {
        statistic.implement({
          description: 'One figure with what it was computed from (指标值).',
          directives,
          fields: (t) => ({
            measure: t.exposeString('measure', { nullable: false, description: 'Name of the figure (指标).' }),
            definition: t.exposeString('definition', { nullable: false, description: 'What is counted (口径).' }),
            numerator: t.exposeInt('numerator', { description: 'Counted; null where suppressed (分子).' }),
            denominator: t.exposeInt('denominator', { description: 'Out of; null for a plain count (分母).' }),
            value: t.exposeFloat('value', { description: 'The figure; null where suppressed (数值).' }),
            unit: t.exposeString('unit', { nullable: false, description: 'Unit of the value (单位).' }),
            suppressed: t.exposeBoolean('suppressed', {
              nullable: false,
              description: 'Withheld: it counts one to four people, or would tell of such a count (小数及关联抑制).',
            }),
          }),
        });
        group.implement({
          description: 'What a row of figures is about, one dimension (分组).',
          directives,
          fields: (t) => ({
            dimension: t.exposeString('dimension', { nullable: false, description: 'Dimension (维度).' }),
            key: t.exposeString('key', { nullable: false, description: 'Key within the dimension (键).' }),
            label: t.exposeString('label', { nullable: false, description: 'Name to show (名称).' }),
          }),
        });
        row.implement({
          description: 'One row of figures (统计行).',
          directives,
          fields: (t) => ({
            group: t.expose('group', { type: [group], nullable: false, description: 'What the row is about (分组).' }),
            measures: t.expose('measures', { type: [statistic], nullable: false, description: 'Its figures (指标).' }),
          }),
        });
        statistics.implement({
          description: 'Figures counted where the data lies (统计表).',
          directives,
          fields: (t) => ({
            asOf: t.expose('asOf', {
              type: 'DateTime',
              nullable: false,
              description: 'Moment the figures speak of (数据时点).',
            }),
            rows: t.expose('rows', {
              type: [row],
              nullable: false,
              description: 'Rows in the order of their keys (统计行).',
            }),
          }),
        });
      }),
  };
}

/** A page's place in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

const implemented = new WeakSet<object>();

/** A shared type enters a department's schema the first time the department refers to it. */
function implementOnce<Ref extends object>(ref: Ref, implement: () => void): Ref {
  if (!implemented.has(ref)) {
    implemented.add(ref);
    implement();
  }
  return ref;
}
