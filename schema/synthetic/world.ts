import type { Employer, Grid, MediationOrganization, Mediator, Organization, Village } from './district.ts';
import { drawDistrict } from './district-map.ts';
import type { Family, PersonRef } from './family.ts';
import type { IncidentFacts } from './incident.ts';
import { countStandaloneIncidents, standaloneIncident } from './incidents.ts';
import type { Matter } from './matter.ts';
import { makeMatter } from './matters.ts';
import type { MediationFacts } from './mediation.ts';
import { countStandaloneMediations, standaloneMediation } from './mediations.ts';
import { type Plant, plantShapes } from './planted-families.ts';
import { plantedMatter } from './planted-matters.ts';
import type { Visit, VisitTeam } from './visit.ts';
import { countVisits, formTeams, makeVisit } from './visits.ts';
import { WorldCore } from './world-core.ts';

export type * from './district.ts';
export type * from './family.ts';
export type * from './incident.ts';
export type * from './life.ts';
export type * from './matter.ts';
export type * from './mediation.ts';
export type * from './visit.ts';

/** What a world is made from. */
export interface WorldOptions {
  /** 1 is the whole district: 410,900 registered people, about 24,000 matters a year. From 0.0007 to 1.188. */
  scale: number;
  seed: number;
  /** The day on which the registers are read; default 2026-11-01. */
  asOf?: string;
}

/**
 * An invented district. Every accessor is a pure function of (seed, scale, asOf, index): nothing is stored but the small
 * arrays, so any department may stream any part of it in any order and tell the same story as the others.
 */
export interface World {
  readonly scale: number;
  readonly seed: number;
  readonly asOf: string;
  readonly areas: readonly { code: string; name: string; parent: string }[];
  readonly villages: readonly Village[];
  readonly grids: readonly Grid[];
  readonly organizations: readonly Organization[];
  readonly employers: readonly Employer[];
  readonly mediationOrganizations: readonly MediationOrganization[];
  readonly mediators: readonly Mediator[];
  readonly visitTeams: readonly VisitTeam[];
  /** How many families there are; `family` takes 0 to families - 1. */
  readonly families: number;
  family(index: number): Family;
  readonly matters: number;
  /** Matters in order of acceptance, over the year before asOf. */
  matter(index: number): Matter;
  /** Mediations that never passed through the centre; those that did are on their matter. */
  readonly standaloneMediations: number;
  standaloneMediation(index: number): MediationFacts;
  /** Incidents that were not handed to the centre; those that were are on their matter. */
  readonly standaloneIncidents: number;
  standaloneIncident(index: number): IncidentFacts;
  readonly visits: number;
  visit(index: number): Visit;
  /** Index of an organization by its code; throws for an unknown one. */
  organizationIndex(code: string): number;
  readonly notable: Notable;
}

/** People that journeys and tests look for, planted at indexes that depend on the scale alone. */
export interface Notable {
  /** Party of a live comprehensive-support matter held by the county centre; every register knows them. */
  everything: PersonRef & { matter: number };
  /** All such people, the one above first: at least four. */
  everythingAll: readonly (PersonRef & { matter: number })[];
  /** Known to the population register alone. */
  nothing: PersonRef;
  householdOfSeven: PersonRef;
  migrant: PersonRef;
  /** Registered in a village, living in a town (人户分离). */
  separated: PersonRef;
  /** Born 19xx: some extract writes the 15-digit number (see dirt.ts). */
  fifteenDigit: PersonRef;
  /** Has a previous ID number. */
  merged: PersonRef;
  cancelled: PersonRef;
  /** Dead, and still drawing a pension. */
  deceasedPensioner: PersonRef;
  loneElder: PersonRef;
}

/** Makes a world; throws a RangeError for a scale outside the range or an index outside its register. */
export function createWorld({ scale, seed, asOf = '2026-11-01' }: WorldOptions): World {
  const map = drawDistrict(scale, seed, asOf);
  const core = new WorldCore(map);
  const counts = {
    families: map.families,
    matters: map.matters,
    visits: countVisits(map),
    standaloneMediations: countStandaloneMediations(core),
    standaloneIncidents: countStandaloneIncidents(core),
  };
  const within =
    <T>(register: keyof typeof counts, make: (core: WorldCore, index: number) => T) =>
    (index: number): T => {
      if (!Number.isInteger(index) || index < 0 || index >= counts[register]) {
        throw new RangeError(`${register}: expected an index from 0 to ${counts[register] - 1}, got ${index}`);
      }
      return make(core, index);
    };
  const { areas, villages, grids, organizations, employers, mediationOrganizations, mediators } = map;
  return {
    scale,
    seed,
    asOf,
    areas,
    villages,
    grids,
    organizations,
    employers,
    mediationOrganizations,
    mediators,
    visitTeams: formTeams(map),
    ...counts,
    family: within('families', (from, index) => from.family(index)),
    matter: within('matters', makeMatter),
    standaloneMediation: within('standaloneMediations', standaloneMediation),
    standaloneIncident: within('standaloneIncidents', standaloneIncident),
    visit: within('visits', makeVisit),
    organizationIndex(code) {
      const index = map.organizationByCode.get(code);
      if (index === undefined) throw new RangeError(`organization: expected a code of this world, got ${code}`);
      return index;
    },
    notable: notablePeople(core),
  };
}

function notablePeople(core: WorldCore): Notable {
  const person = (plant: Plant): PersonRef => ({
    family: core.plants.familyOf(plant),
    person: plantShapes[plant].person,
  });
  const everythingAll = core.plants.everything.map((family, position) => ({
    family,
    person: plantShapes.everything.person,
    matter: plantedMatter(core, position),
  }));
  return {
    everything: everythingAll[0] as Notable['everything'],
    everythingAll,
    nothing: person('nothing'),
    householdOfSeven: person('householdOfSeven'),
    migrant: person('migrant'),
    separated: person('separated'),
    fifteenDigit: person('fifteenDigit'),
    merged: person('merged'),
    cancelled: person('cancelled'),
    deceasedPensioner: person('deceasedPensioner'),
    loneElder: person('loneElder'),
  };
}
