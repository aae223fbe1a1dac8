import type { Area } from '../kit/areas/area.ts';
import { isCommunity } from '../kit/areas/areas.ts';
import type { Village } from './district.ts';
import { randomAt } from './random.ts';

/** A community of the two streets is about this many times a village. */
const STREET_COMMUNITY_WEIGHT = 9;
const COMMUNITY_WEIGHT = 4;

/**
 * The villages and communities with their share of the families: communities larger, those of the two streets largest.
 * Grids are filled in by `layGrids`.
 */
export function settleVillages(areas: readonly Area[], seed: number, families: number): Village[] {
  const towns = new Map(areas.filter((area) => area.code.length === 9).map((town) => [town.code, town.name]));
  const rows = areas.filter((area) => area.code.length === 12);
  const raw = rows.map((row, index) => {
    const urban = isCommunity(row.code);
    const street = towns.get(row.parent)?.endsWith('街道') ?? false;
    const size = urban ? (street ? STREET_COMMUNITY_WEIGHT : COMMUNITY_WEIGHT) : 1;
    return { row, urban, size: size * (0.6 + 0.8 * randomAt(seed, 'village', index).next()) };
  });
  const total = raw.reduce((sum, { size }) => sum + size, 0);
  let reached = 0;
  return raw.map(({ row, urban, size }, index) => {
    const firstFamily = Math.round((reached / total) * families);
    reached += size;
    return {
      index,
      code: row.code,
      name: row.shortName,
      townCode: row.parent,
      townName: towns.get(row.parent) ?? row.parent,
      urban,
      weight: size / total,
      firstFamily,
      familyCount: Math.round((reached / total) * families) - firstFamily,
      firstGrid: 0,
      gridCount: 0,
    };
  });
}

/** The entry whose range [firstFamily, firstFamily + familyCount) holds this family; entries are in family order. */
export function holding<T extends { firstFamily: number; familyCount: number }>(
  entries: readonly T[],
  family: number,
): T {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle] as T).firstFamily <= family) low = middle;
    else high = middle - 1;
  }
  // Empty entries share their first family with the next one, and the last of the tie is the one that is not empty.
  const entry = entries[low];
  if (!entry || family >= entry.firstFamily + entry.familyCount) {
    throw new RangeError(`family: expected an index that the world holds, got ${family}`);
  }
  return entry;
}
