import type { DistrictMap } from './district-map.ts';
import type { FamilyShape } from './family.ts';
import { holding } from './villages.ts';

/** What a planted family is for. */
export type Plant =
  | 'everything'
  | 'nothing'
  | 'householdOfSeven'
  | 'migrant'
  | 'separated'
  | 'fifteenDigit'
  | 'merged'
  | 'cancelled'
  | 'deceasedPensioner'
  | 'loneElder';

/** The shape of each planted family, and the member whom it is about. */
export const plantShapes: Readonly<Record<Plant, { shape: FamilyShape; person: number }>> = {
  everything: { shape: 'NUCLEAR', person: 0 },
  nothing: { shape: 'SINGLE_YOUTH', person: 0 },
  householdOfSeven: { shape: 'LARGE', person: 0 },
  migrant: { shape: 'MIGRANT_SINGLE', person: 0 },
  separated: { shape: 'SEPARATED', person: 2 },
  fifteenDigit: { shape: 'ELDER_COUPLE', person: 0 },
  merged: { shape: 'SINGLE_ADULT', person: 0 },
  cancelled: { shape: 'COUPLE', person: 0 },
  deceasedPensioner: { shape: 'LONE_ELDER', person: 0 },
  loneElder: { shape: 'LONE_ELDER', person: 1 },
};

const SINGLE: readonly Plant[] = [
  'nothing',
  'householdOfSeven',
  'migrant',
  'separated',
  'fifteenDigit',
  'merged',
  'cancelled',
  'deceasedPensioner',
  'loneElder',
];
/** Planted matters for each thousand: with them 1 % of the live ones are comprehensive support for such a person. */
const EVERYTHING_PER_THOUSAND = 4;
const FEWEST_EVERYTHING = 4;

/** Which families are planted, spread evenly over the district. */
export interface PlantedFamilies {
  byFamily: ReadonlyMap<number, Plant>;
  /** Families of people whom every register knows. */
  everything: readonly number[];
  /** The family of each other plant. */
  familyOf(plant: Plant): number;
}

/** Chooses the planted families: a function of the map alone. */
export function plantFamilies(map: DistrictMap): PlantedFamilies {
  const everythings = Math.max(FEWEST_EVERYTHING, Math.ceil((map.matters * EVERYTHING_PER_THOUSAND) / 1000));
  const wanted: Plant[] = [...Array.from({ length: everythings }, (): Plant => 'everything'), ...SINGLE];
  const byFamily = new Map<number, Plant>();
  for (const [position, plant] of wanted.entries()) {
    let family = Math.floor(((position + 0.5) * map.families) / wanted.length);
    // A person registered in a village and living in town needs a village.
    const fits = (): boolean =>
      !byFamily.has(family) && (plant !== 'separated' || !holding(map.villages, family).urban);
    while (!fits()) family = (family + 1) % map.families;
    byFamily.set(family, plant);
  }
  const familiesOf = (plant: Plant): number[] =>
    [...byFamily].flatMap(([family, kind]) => (kind === plant ? [family] : []));
  return {
    byFamily,
    everything: familiesOf('everything'),
    familyOf: (plant) => familiesOf(plant)[0] as number,
  };
}
