import { addDays } from '../../../schema/kit/calendar/day.ts';
import { gridReportItems } from '../../../schema/kit/code-tables/grid-report-items.ts';
import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import { type Random, randomAt } from '../../../schema/synthetic/random.ts';
import type { SyntheticExtract, SyntheticRow } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Grid, Matter, World } from '../../../schema/synthetic/world.ts';
import { gridReports } from '../extracts/grid-reports.ts';

const DISPUTE = '03';
const HELP = '07';
const ROUTINE_ITEMS = ['02', '04', '05', '06', '08'] as const;
const MOST_ROUTINE = 6;
const DAYS_OF_YEAR = 365;
const seen = [
  '楼道堆放杂物，已劝离',
  '路灯不亮，已报修',
  '消防通道被占，已清理',
  '河道边有垃圾，已清运',
  '电线老化，已提醒整改',
];

/** Reports that became matters and, after them, those that were settled on the spot. */
export const gridReportsRows: SyntheticExtract = {
  layout: gridReports,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const matter = world.matter(index);
      if (matter.channel === 'GRID_REPORT') yield ofMatter(world, matter);
    }
    for (const grid of world.grids) {
      const random = randomAt(world.seed, 'governance-center', 'grid-reports', grid.index);
      const count = random.below(MOST_ROUTINE + 1);
      for (let number = 1; number <= count; number++) yield routine(world, grid, number, random);
    }
  },
};

function ofMatter(world: World, { grid, index, number, acceptedAt, service, description }: Matter): SyntheticRow {
  const random = randomAt(world.seed, 'governance-center', 'grid-report-of-matter', index);
  const urgent = service === 'EMERGENCY_RESCUE';
  const item = urgent ? '01' : service === 'DISPUTE_MEDIATION' ? DISPUTE : HELP;
  return row(world, grid, `SB-${number.slice(3)}`, item, acceptedAt, description, urgent, random, number);
}

function routine(world: World, grid: Grid, number: number, random: Random): SyntheticRow {
  const day = addDays(world.asOf, -random.between(1, DAYS_OF_YEAR));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const at = `${day}T${twoDigits(random.between(8, 19))}:${twoDigits(random.below(60))}:00+08:00`;
  const name = `SB-${grid.code}-${number}`;
  return row(
    world,
    grid.index,
    name,
    random.pick(ROUTINE_ITEMS),
    at,
    random.pick(seen),
    random.chance(0.04),
    random,
    '',
  );
}

function row(
  world: World,
  grid: number,
  number: string,
  item: string,
  at: string,
  summary: string,
  urgent: boolean,
  random: Random,
  caseNumber: string,
): SyntheticRow {
  return {
    上报编号: number,
    上报事项: gridReportItems.labelZh(item),
    上报时间: dateTimeCell(at, 'YYYY-MM-DD HH:mm:ss'),
    网格编码: world.grids[grid]?.code ?? '',
    区划代码: world.grids[grid]?.areaCode ?? '',
    上报内容: summary,
    是否紧急: urgent ? '是' : '否',
    是否及时: random.chance(0.96) ? '是' : '否',
    事件编号: caseNumber,
  };
}
