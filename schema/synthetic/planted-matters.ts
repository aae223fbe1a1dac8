import type { WorldCore } from './world-core.ts';

/** The matter of the everything-family at this position: spread over the second half of the year. */
export function plantedMatter(core: WorldCore, position: number): number {
  const { length } = core.plants.everything;
  return Math.floor(core.map.matters * (0.5 + (0.42 * (position + 0.5)) / length));
}

/** The everything-family whose matter this is, if it is one. */
export function plantedFamily(core: WorldCore, index: number): number | undefined {
  const { everything } = core.plants;
  const position = Math.floor(((index + 1) / core.map.matters - 0.5) * (everything.length / 0.42));
  for (const near of [position - 1, position, position + 1]) {
    if (near >= 0 && near < everything.length && plantedMatter(core, near) === index) return everything[near];
  }
  return undefined;
}
