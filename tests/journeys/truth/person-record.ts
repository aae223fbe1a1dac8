import { expect } from 'vitest';
import type { GridRole, Household, PersonRef } from '../../../schema/synthetic/world.ts';
import { careTagsOfPerson } from '../../../subgraphs/civil-affairs/synthetic/care-tags-of-person.ts';
import { acceptedRows } from './accepted-rows.ts';
import { bandOn, maskedIdNumber, maskedName, today } from './masks.ts';
import {
  areaName,
  areaOf,
  familyOf,
  gridOf,
  homeOf,
  matters,
  mediations,
  personAt,
  registeredHomeOf,
  same,
  theWorld,
  visits,
} from './world.ts';

const POSTS: Readonly<Record<GridRole, string>> = {
  GRID_LEADER: '网格长',
  GRID_WORKER: '专职网格员',
  PART_TIME_GRID_WORKER: '兼职网格员',
  POLICE_LIAISON: '网格民警',
  PARTY_LIAISON: '网格指导员',
};
const RELATIONS: Readonly<Record<string, string>> = {
  '02': 'HEAD',
  '10': 'SPOUSE',
  '11': 'SPOUSE',
  '12': 'SPOUSE',
  '28': 'SON_IN_LAW',
  '38': 'DAUGHTER_IN_LAW',
  '51': 'FATHER',
  '52': 'MOTHER',
};
const RELATION_GROUPS: Readonly<Record<string, string>> = {
  '2': 'SON',
  '3': 'DAUGHTER',
  '4': 'GRANDCHILD',
  '5': 'PARENT_IN_LAW',
  '6': 'GRANDPARENT',
  '7': 'SIBLING',
  '8': 'OTHER_RELATIVE',
};
const DISPUTES: Readonly<Record<string, string>> = {
  'marriage-family': '婚恋家庭',
  labour: '劳动人事',
  neighbour: '邻里',
};
const CATEGORIES: Readonly<Record<string, string>> = { 'comprehensive-support': '综合帮扶' };
const CARE_KINDS = {
  DJLR: 'LIVES_ALONE_ELDERLY',
  GLLR: 'ADVANCED_AGE',
  TKRY: 'EXTREME_HARDSHIP',
  LSET: 'LEFT_BEHIND_CHILD',
  GE: 'ORPHAN',
  ZDCJ: 'SEVERE_DISABILITY',
} as const;
const JOB_SCHEMES = ['EMPLOYEE_PENSION', 'UNEMPLOYMENT', 'WORK_INJURY'] as const;
const SEXES = { '1': 'MALE', '2': 'FEMALE' } as const;

/** Relation to the head (GB/T 4761-2008) as the graph names it. */
export const relationOf = (code: string | null): string | null =>
  code && (RELATIONS[code] ?? RELATION_GROUPS[code.charAt(0)] ?? 'NON_RELATIVE');

/** What every register holds of somebody whose rows are clean, in the shape of the operation person-record. */
export async function expectedRecord(ref: PersonRef, idOf: (ref: PersonRef) => Promise<string>) {
  const person = personAt(ref);
  const home = homeOf(ref);
  const registered = registeredHomeOf(ref);
  const { birthDate, endedOn } = person;
  return {
    id: await idOf(ref),
    maskedName: maskedName(person.name),
    maskedIdNumber: maskedIdNumber(person.idNumber),
    sex: SEXES[person.sex],
    ageBand: bandOn(birthDate, endedOn ?? today()),
    status: person.status,
    registration: person.registration,
    relationToHead: relationOf(person.residentRelation),
    area: { code: areaOf(ref), name: areaName(areaOf(ref)) },
    household: home && (await householdOf(ref, home, idOf)),
    registeredHousehold: registered && {
      id: expect.any(String),
      area: { code: registered.dwelling.areaCode, name: areaName(registered.dwelling.areaCode) },
    },
    mediations: mediationsOf(ref),
    legalAid: matters()
      .flatMap(({ legalAid }) => (legalAid && same(legalAid.person, ref) ? [legalAid] : []))
      .map(({ status, dueOn }) => ({ matter: { labelZh: expect.any(String) }, status, dueOn })),
    marriages: await marriagesOf(ref, idOf),
    careTags: [...careTagsOfPerson(theWorld(), familyOf(ref), person)]
      .toSorted(
        (one, other) => compare(other.since, one.since) || compare(CARE_KINDS[one.kind], CARE_KINDS[other.kind]),
      )
      .map(({ kind, since }) => ({ kind: CARE_KINDS[kind], since, source: sourceOf('civil-affairs') })),
    allowances: unordered(
      person.facts.allowances.map(({ kind, monthlyAmount, status }) => ({ kind, monthlyAmount, status })),
    ),
    socialAssistance: await assistanceOf(ref, idOf),
    socialInsurance: await socialInsuranceOf(ref),
    medicalInsurance: medicalInsuranceOf(ref),
    cases: casesOf(ref),
    visits: { nodes: visitsOf(home) },
    source: sourceOf('public-security'),
  };
}

const sourceOf = (department: string) => ({ department, asOf: expect.stringMatching(/^2026-(0[89]|1[01])-\d\dT/) });
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** These rows in any order and no others. */
const unordered = (rows: readonly unknown[]): unknown =>
  expect.toSatisfy(
    (found: unknown) => Array.isArray(found) && found.length === rows.length && containsAll(found, rows),
    `holds exactly ${JSON.stringify(rows)}`,
  );

function containsAll(found: readonly unknown[], rows: readonly unknown[]): boolean {
  try {
    expect(found).toEqual(expect.arrayContaining([...rows]));
    return true;
  } catch {
    return false;
  }
}

async function householdOf(ref: PersonRef, home: Household, idOf: (ref: PersonRef) => Promise<string>) {
  const family = familyOf(ref);
  const grid = gridOf(home.dwelling);
  const { assistance } = family;
  const members = await Promise.all(
    home.members.map(async (member) => {
      const of = { family: ref.family, person: member };
      const { name, birthDate, residentRelation } = personAt(of);
      return {
        relationToHead: relationOf(residentRelation),
        person: { id: await idOf(of), maskedName: maskedName(name), ageBand: bandOn(birthDate, today()) },
      };
    }),
  );
  return {
    id: expect.any(String),
    size: members.length,
    basis: 'RESIDENT',
    dwelling: {
      id: expect.any(String),
      grid: {
        code: grid.code,
        name: grid.name,
        kind: grid.kind,
        posts: grid.posts.map(({ role, worker }) => ({
          role: { labelZh: POSTS[role] },
          worker: worker && { name: worker.name, fullTime: worker.fullTime },
        })),
      },
    },
    socialAssistance:
      assistance?.householdNumber === home.number
        ? [
            {
              kind: assistance.kind,
              status: assistance.status,
              monthlyAmount: assistance.monthlyAmount,
              from: assistance.from,
              to: assistance.to,
              source: sourceOf('civil-affairs'),
            },
          ]
        : [],
    members: unordered(members),
  };
}

function mediationsOf(ref: PersonRef) {
  const world = theWorld();
  const known = mediations()
    .filter(({ parties }) => parties.some(({ person }) => same(person, ref)))
    .toSorted((one, other) => compare(other.acceptedAt, one.acceptedAt));
  return {
    totalCount: known.length,
    nodes: known.slice(0, 10).map(({ number, status, kind, agreement, organization, mediators }) => ({
      number,
      status,
      kind: { labelZh: DISPUTES[kind] ?? expect.any(String) },
      agreement: agreement && {
        form: agreement.form,
        signedOn: agreement.signedOn,
        judicialConfirmation: agreement.confirmation && {
          status: agreement.confirmation.status,
          deadline: agreement.confirmation.deadline,
        },
      },
      organization: { name: world.mediationOrganizations[organization]?.name },
      mediators: unordered(
        [...new Set(mediators)].map((index) => ({
          name: world.mediators[index]?.name,
          employment: world.mediators[index]?.employment,
        })),
      ),
    })),
  };
}

async function marriagesOf(ref: PersonRef, idOf: (ref: PersonRef) => Promise<string>) {
  const own = familyOf(ref)
    .marriages.filter(({ spouses }) => spouses.includes(ref.person))
    .toSorted((one, other) => compare(other.registeredOn, one.registeredOn));
  return Promise.all(
    own.map(async ({ status, registeredOn, spouses }) => ({
      status,
      registeredOn,
      spouses: await Promise.all(
        spouses.map(async (person) => {
          const spouse = { family: ref.family, person };
          return { id: await idOf(spouse), maskedName: maskedName(personAt(spouse).name) };
        }),
      ),
    })),
  );
}

async function assistanceOf(ref: PersonRef, idOf: (ref: PersonRef) => Promise<string>) {
  const { assistance } = familyOf(ref);
  if (!assistance?.householdNumber || !assistance.beneficiaries.includes(ref.person)) return [];
  const { kind, status, nextReviewOn, beneficiaries } = assistance;
  const ids = await Promise.all(beneficiaries.map((person) => idOf({ family: ref.family, person })));
  return [{ kind, status, nextReviewOn, beneficiaries: unordered(ids.map((id) => ({ id }))) }];
}

async function socialInsuranceOf(ref: PersonRef) {
  const world = theWorld();
  const { facts, idNumber, status, endedOn } = personAt(ref);
  const { employment, formerEmployments, pension, pensionBenefit } = facts;
  const jobs = employment ? [employment, ...formerEmployments] : formerEmployments;
  if (jobs.length === 0 && !pension) return null;
  const rested = employment || pensionBenefit || status === 'DECEASED' ? 'STOPPED' : expect.any(String);
  const stays = jobs.flatMap(({ employer, from, to }) => {
    const { creditCode, name } = world.employers[employer] as { creditCode: string; name: string };
    const job = { status: to === null ? 'ACTIVE' : rested, employer: { creditCode, name }, from, to };
    return JOB_SCHEMES.map((scheme) => ({ scheme: scheme as string, ...job }));
  });
  const resident = pension?.scheme === 'RESIDENT' ? [residentStay(pension.from, pensionBenefit?.from ?? endedOn)] : [];
  const paid = (await acceptedRows('social-insurance', 'contributions'))
    .filter((row) => row.AAC002 === idNumber && row.AAE140 === '110')
    .toSorted((one, other) => compare(other.AAE003 ?? '', one.AAE003 ?? ''));
  return {
    enrolments: unordered([...stays, ...resident]),
    contributionMonths: paid.filter(({ AAE079 }) => AAE079 !== '').length,
    contributions: {
      nodes: paid.slice(0, 12).map(({ AAE003 = '', AAE180, AAE079 = '' }) => ({
        month: `${AAE003.slice(0, 4)}-${AAE003.slice(4)}-01`,
        base: AAE180,
        paidOn: AAE079 === '' ? null : `${AAE079.slice(0, 4)}-${AAE079.slice(4, 6)}-${AAE079.slice(6)}`,
      })),
    },
    benefits: pensionBenefit
      ? expect.arrayContaining([
          {
            kind: { labelZh: expect.any(String) },
            status: status === 'ALIVE' ? expect.stringMatching(/^(PAYING|SUSPENDED)$/) : expect.any(String),
          },
        ])
      : expect.any(Array),
    source: { asOf: expect.any(String) },
  };
}

const residentStay = (from: string, to: string | null) => ({
  scheme: 'RESIDENT_PENSION',
  status: to === null ? expect.stringMatching(/^(ACTIVE|SUSPENDED)$/) : 'STOPPED',
  employer: null,
  from,
  to,
});

function medicalInsuranceOf(ref: PersonRef) {
  const { medical } = personAt(ref).facts;
  if (!medical) return null;
  const { scheme, status, from, subsidised } = medical;
  return { scheme, status, from, subsidised, source: { asOf: expect.any(String) } };
}

function casesOf(ref: PersonRef) {
  const world = theWorld();
  const known = matters()
    .filter(({ parties }) => parties.some(({ person }) => same(person, ref)))
    .toSorted((one, other) => compare(other.acceptedAt, one.acceptedAt));
  return {
    totalCount: known.length,
    nodes: known.slice(0, 10).map(({ number, status, dueAt, resolvedAt, live, holder, category }) => ({
      number,
      status,
      overdue: live && resolvedAt === null && Date.parse(dueAt) < Date.now(),
      dueAt,
      holder: { name: world.organizations[holder]?.name },
      category: { labelZh: CATEGORIES[category] ?? expect.any(String) },
    })),
  };
}

/** The visits to a household, newest first, as person-record asks for them. */
export function visitsOf(home: Household | null) {
  const world = theWorld();
  if (!home) return [];
  return visits()
    .filter(({ householdNumber }) => householdNumber === home.number)
    .toSorted((one, other) => compare(other.at, one.at))
    .slice(0, 5)
    .map(({ at, team }) => ({ at, team: { name: world.visitTeams[team]?.name } }));
}
