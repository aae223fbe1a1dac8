import type { Grid, GridKind, GridPost, GridRole, Village } from './district.ts';
import { officialName } from './names.ts';
import { type Random, randomAt } from './random.ts';

/** Grids of the whole district, and of the smallest world: one a village. */
const GRIDS_AT_SCALE_ONE = 3100;
const DEDICATED_SHARE = 0.03;
const FEWEST_DEDICATED = 10;
const dedicatedPlaces = ['农贸市场', '工业园区', '中心小学', '商贸综合体', '物流园', '卫生院'];

/** The posts of a grid, how often each is filled, and whether it is a full-time one. */
const posts: readonly { role: GridRole; filled: number; fullTime: boolean }[] = [
  { role: 'GRID_LEADER', filled: 0.99, fullTime: false },
  { role: 'GRID_WORKER', filled: 0.94, fullTime: true },
  { role: 'PART_TIME_GRID_WORKER', filled: 0.88, fullTime: false },
  { role: 'POLICE_LIAISON', filled: 0.97, fullTime: false },
  { role: 'PARTY_LIAISON', filled: 0.9, fullTime: false },
];

function fillPosts(random: Random, asOfYear: number): GridPost[] {
  return posts.map(({ role, filled, fullTime }) => {
    if (!random.chance(filled)) return { role, worker: null };
    const trained = random.chance(0.9)
      ? `${random.chance(0.7) ? asOfYear : asOfYear - 1}-0${random.between(1, 9)}-${random.between(10, 28)}`
      : null;
    return { role, worker: { name: officialName(random), fullTime, lastTrainedOn: trained } };
  });
}

/**
 * Lays the grids and notes them in the villages: ordinary ones by the number of families, at least one a village, then
 * the dedicated ones. Each village's grids stand together; its ordinary ones share its families out.
 */
export function layGrids(villages: readonly Village[], seed: number, scale: number, asOf: string): Grid[] {
  const total = Math.max(villages.length + FEWEST_DEDICATED, Math.ceil(GRIDS_AT_SCALE_ONE * scale));
  const dedicated = Math.max(FEWEST_DEDICATED, Math.floor(total * DEDICATED_SHARE));
  const spare = total - dedicated - villages.length;
  const asOfYear = Number(asOf.slice(0, 4));
  const grids: Grid[] = [];
  let weight = 0;
  for (const village of villages) {
    const before = Math.round(weight * spare);
    const dedicatedBefore = Math.round(weight * dedicated);
    weight += village.weight;
    const ordinary = 1 + Math.round(weight * spare) - before;
    const special = Math.round(weight * dedicated) - dedicatedBefore;
    village.firstGrid = grids.length;
    village.gridCount = ordinary + special;
    for (let number = 0; number < ordinary + special; number++) {
      const index = grids.length;
      const random = randomAt(seed, 'grid', index);
      const isDedicated = number >= ordinary;
      const kind: GridKind = isDedicated ? 'DEDICATED' : village.urban ? 'URBAN_COMMUNITY' : 'RURAL';
      const share = (part: number): number => Math.round((part * village.familyCount) / ordinary);
      grids.push({
        index,
        code: `${village.code}${String(number + 1).padStart(3, '0')}`,
        name: isDedicated
          ? `${village.name}${dedicatedPlaces[index % dedicatedPlaces.length]}专属网格`
          : `${village.name}第${number + 1}网格`,
        kind,
        areaCode: village.code,
        village: village.index,
        posts: fillPosts(random, asOfYear),
        validFrom: random.chance(0.8) ? `${asOfYear - 1}-01-01` : `${asOfYear}-03-01`,
        firstFamily: village.firstFamily + (isDedicated ? village.familyCount : share(number)),
        familyCount: isDedicated ? 0 : share(number + 1) - share(number),
      });
    }
  }
  return grids;
}

/** The ordinary grid of this village at a position in [0, 1) of it. */
export function gridAt(grids: readonly Grid[], village: Village, position: number): number {
  let ordinary = 0;
  while (ordinary < village.gridCount && grids[village.firstGrid + ordinary]?.kind !== 'DEDICATED') ordinary++;
  return village.firstGrid + Math.floor(position * ordinary);
}
