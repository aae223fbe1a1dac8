import type { Area } from '../kit/areas/area.ts';
import { areas as divisions } from '../kit/areas/areas.ts';
import { dayNumber } from './calendar.ts';
import type { Employer, Grid, MediationOrganization, Mediator, Organization, Village } from './district.ts';
import { foundEmployers } from './employers.ts';
import { layGrids } from './grids.ts';
import { IDENTITY_CAPACITY } from './identity-slots.ts';
import { appointMediators, foundMediationOrganizations } from './mediators.ts';
import { foundOrganizations } from './organizations.ts';
import { settleVillages } from './villages.ts';

/** Families at scale 1: what the shapes need to reach 410,900 registered people. */
const FAMILIES_AT_SCALE_ONE = 153_300;
const MATTERS_AT_SCALE_ONE = 24_000;
const FEWEST_FAMILIES = 100;

/** Everything that is kept in memory: the small arrays, and what follows from scale, seed and day. */
export interface DistrictMap {
  seed: number;
  scale: number;
  asOf: string;
  asOfDay: number;
  asOfYear: number;
  families: number;
  matters: number;
  areas: readonly Area[];
  villages: Village[];
  /** The villages with a residents' committee. */
  communities: Village[];
  grids: Grid[];
  organizations: Organization[];
  organizationByCode: Map<string, number>;
  employers: Employer[];
  mediationOrganizations: MediationOrganization[];
  mediators: Mediator[];
}

/** Draws the map; throws for a scale at which families could not be numbered or planted. */
export function drawDistrict(scale: number, seed: number, asOf: string): DistrictMap {
  const families = Math.round(FAMILIES_AT_SCALE_ONE * scale);
  if (families < FEWEST_FAMILIES || families > IDENTITY_CAPACITY) {
    const [least, most] = [FEWEST_FAMILIES, IDENTITY_CAPACITY].map((count) =>
      (count / FAMILIES_AT_SCALE_ONE).toFixed(4),
    );
    throw new RangeError(`world: expected a scale from ${least} to ${most}, got ${scale}`);
  }
  const areas = [...divisions.values()];
  const villages = settleVillages(areas, seed, families);
  const grids = layGrids(villages, seed, scale, asOf);
  const organizations = foundOrganizations(areas);
  const mediationOrganizations = foundMediationOrganizations(areas);
  return {
    seed,
    scale,
    asOf,
    asOfDay: dayNumber(asOf),
    asOfYear: Number(asOf.slice(0, 4)),
    families,
    matters: Math.max(20, Math.round(MATTERS_AT_SCALE_ONE * scale)),
    areas,
    villages,
    communities: villages.filter(({ urban }) => urban),
    grids,
    organizations,
    organizationByCode: new Map(organizations.map(({ code, index }) => [code, index])),
    employers: foundEmployers(villages, seed, scale),
    mediationOrganizations,
    mediators: appointMediators(mediationOrganizations, seed, scale),
  };
}
