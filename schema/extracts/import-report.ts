import { basename } from 'node:path';
import type { ImportOutcome } from './import-extract.ts';
import type { BatchSummary } from './link-register.ts';

/** What became of a file, as a table in both languages for the person who imported it. */
export function importReport(file: string, outcome: ImportOutcome): string {
  if (outcome.kind === 'already-imported') {
    return `${basename(file)}: already imported as batch ${outcome.batchId}, nothing changed (此前已导入，未作更改)`;
  }
  const { summary, ignoredColumns, deliveryFailure } = outcome;
  return [
    `${basename(file)}: ${summary.layout}, batch ${summary.id} (批次)`,
    ...table(summary),
    ...(ignoredColumns.length > 0 ? [`  columns not known, ignored (未识别列): ${ignoredColumns.join(', ')}`] : []),
    ...(deliveryFailure
      ? ['  The hub could not be told yet; the next import tells it (尚未通知汇聚层，下次导入时补送).']
      : []),
  ].join('\n');
}

function table({ rows, accepted, quarantined, unlinked, reasons, normalised }: BatchSummary): string[] {
  const lines: [string, number][] = [
    ['rows (行数)', rows],
    ['accepted (接收)', accepted],
    ['quarantined (隔离)', quarantined],
    ...reasons.map(({ rule, rows: of }): [string, number] => [`  ${rule}`, of]),
    ['unlinked parties (未关联当事人)', unlinked],
    ...normalised.map(({ rule, rows: of }): [string, number] => [`normalised (规范化): ${rule}`, of]),
  ];
  const width = Math.max(...lines.map(([label]) => columnsOf(label)));
  return lines.map(
    ([label, count]) => `  ${label}${' '.repeat(width - columnsOf(label))}  ${String(count).padStart(9)}`,
  );
}

/** Columns that a text takes on a terminal: Chinese characters take two. */
const columnsOf = (text: string): number => text.length + (text.match(/[\u3000-\u9FFF\uFF00-\uFFEF]/g)?.length ?? 0);
