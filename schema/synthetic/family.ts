import type { LifeFacts } from './life.ts';

/** Points at one person: `world.family(ref.family).people[ref.person]`. */
export interface PersonRef {
  family: number;
  person: number;
}

export type Sex = '1' | '2';
export type PersonStatus = 'ALIVE' | 'DECEASED' | 'CANCELLED';
export type Registration = 'REGISTERED' | 'FLOATING' | 'HK_MACAO_TAIWAN' | 'FOREIGN';
export type DocumentKind = 'RESIDENT_ID' | 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT' | 'FOREIGN_PERMANENT_RESIDENCE';

/** One stay in one household, [from, to); `to` null: still a member. */
export interface Membership {
  basis: 'REGISTERED' | 'RESIDENT';
  householdNumber: string;
  /** GB/T 4761-2008, two digits, relation to the head of that household. */
  relation: string;
  from: string;
  to: string | null;
  /** Why the stay began. */
  reason: 'BIRTH' | 'MARRIAGE' | 'MOVE' | 'SPLIT' | 'MERGE' | 'DIVORCE' | 'ARRIVAL';
}

/** An invented person with every fact that some register keeps. Dates are YYYY-MM-DD. */
export interface Person {
  ref: PersonRef;
  documentKind: DocumentKind;
  /** 18 characters, check character valid, division impossible. */
  idNumber: string;
  /** Numbers that were corrected away; they named the same person. */
  previousIdNumbers: readonly string[];
  name: string;
  formerName: string | null;
  sex: Sex;
  birthDate: string;
  /** Completed years at `world.asOf`, or at death. */
  age: number;
  status: PersonStatus;
  /** Date of death for DECEASED, of cancelling for CANCELLED, else null. */
  endedOn: string | null;
  registration: Registration;
  phone: string | null;
  /** GB/T 2261.2: 10, 20, 21, 22, 30, 40. */
  maritalStatus: string;
  /** Null for those without a registered household here (migrants, foreigners) and for the cancelled and deceased. */
  registeredHouseholdNumber: string | null;
  /** Null for those who live outside the district, and for the cancelled and deceased. */
  residentHouseholdNumber: string | null;
  registeredRelation: string | null;
  residentRelation: string | null;
  /** Current and past memberships in both kinds of household, oldest first. */
  memberships: readonly Membership[];
  /** Indexes into `family.people`. */
  father: number | null;
  mother: number | null;
  /** Current spouse, alive. */
  spouse: number | null;
  facts: LifeFacts;
}

/** A household of either register; `basis` says which. */
export interface Household {
  number: string;
  basis: 'REGISTERED' | 'RESIDENT';
  /** False: dissolved by a move, split or merger; it stays in the history of its members. */
  current: boolean;
  head: number | null;
  /** Living members at `world.asOf`, head first: indexes into `family.people`. */
  members: readonly number[];
  dwelling: Dwelling;
}

/** A dwelling, keyed by its standard address (标准地址). */
export interface Dwelling {
  /** 19 digits: village code and seven more. */
  addressCode: string;
  address: string;
  areaCode: string;
  village: number;
  grid: number;
}

/** Both spouses are members of the family, living or dead. */
export interface Marriage {
  certificateNumber: string;
  /** Indexes into `family.people`, first signatory first. */
  spouses: readonly [number, number];
  status: 'MARRIED' | 'DIVORCED' | 'WIDOWED' | 'ANNULLED';
  registeredOn: string;
  endedOn: string | null;
}

/** Social assistance of a family; the beneficiaries need not be one household. */
export interface Assistance {
  number: string;
  kind: 'SUBSISTENCE_ALLOWANCE' | 'EXTREME_HARDSHIP' | 'MARGINAL_LOW_INCOME' | 'TEMPORARY';
  beneficiaries: readonly number[];
  from: string;
  to: string | null;
  nextReviewOn: string | null;
  /** Yuan, two decimals, for the whole family. */
  monthlyAmount: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'ENDED';
  /** The resident household that received it, or the registered one where nobody lives here. */
  householdNumber: string | null;
}

/** What a family looks like; one row of the table in family-shapes.ts. */
export type FamilyShape =
  | 'LONE_ELDER'
  | 'ELDER_COUPLE'
  | 'COUPLE'
  | 'NUCLEAR'
  | 'THREE_GENERATIONS'
  | 'LARGE'
  | 'SINGLE_YOUTH'
  | 'SINGLE_ADULT'
  | 'SINGLE_PARENT'
  | 'SEPARATED'
  | 'LEFT_BEHIND'
  | 'ORPHANED'
  | 'MIGRANT_SINGLE'
  | 'MIGRANT_COUPLE'
  | 'MIGRANT_FAMILY'
  | 'OVERSEAS';

/** Related people, possibly in several households. */
export interface Family {
  index: number;
  shape: FamilyShape;
  /** Index into `world.villages`: where the family is registered (migrants: where they live). */
  village: number;
  grid: number;
  people: readonly Person[];
  registeredHouseholds: readonly Household[];
  residentHouseholds: readonly Household[];
  marriages: readonly Marriage[];
  assistance: Assistance | null;
}
