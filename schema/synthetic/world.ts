import type { Employer, Grid, MediationOrganization, Mediator, Organization, Village } from './district.ts';
import type { Family, PersonRef } from './family.ts';
import type { IncidentFacts, Matter, MediationFacts } from './matter.ts';
import type { Visit, VisitTeam } from './visit.ts';

export type * from './district.ts';
export type * from './family.ts';
export type * from './matter.ts';
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
