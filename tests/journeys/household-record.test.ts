import { describe, expect, it } from 'vitest';
import type { Matter, PersonRef } from '../../schema/synthetic/world.ts';
import { type Answer, ask, operation } from '../kit/hub-client.ts';
import { checkAtWindow, handlerOf, idOf } from './askers.ts';
import { bandOn, maskedName, today } from './truth/masks.ts';
import { expectedRecord, relationOf, visitsOf } from './truth/person-record.ts';
import { areaName, familyOf, gridOf, homeOf, matters, personAt, theWorld } from './truth/world.ts';

const world = theWorld();
const { notable } = world;
const FACETS = [
  ['careTags', 'civil-affairs'],
  ['socialInsurance', 'social-insurance'],
  ['medicalInsurance', 'medical-insurance'],
  ['mediations', 'justice'],
] as const;

async function householdOf(ref: PersonRef, matter: Matter) {
  const { data } = await checkAtWindow(personAt(ref).idNumber);
  return ask(handlerOf(matter), operation('household-record'), { household: data.personByIdNumber.household.id });
}

/** What anybody who may see the household at all is told of it, whatever the matter. */
async function openFacts(ref: PersonRef) {
  const home = homeOf(ref);
  if (!home) throw new Error('Expected somebody who lives in a household.');
  const { areaCode } = home.dwelling;
  const grid = gridOf(home.dwelling);
  const head = { family: ref.family, person: home.head as number };
  return {
    id: expect.any(String),
    basis: 'RESIDENT',
    size: home.members.length,
    head: { id: await idOf(head), maskedName: maskedName(personAt(head).name) },
    area: { code: areaCode, name: areaName(areaCode), parent: { name: areaName(areaCode.slice(0, 9)) } },
    dwelling: {
      id: expect.any(String),
      grid: { code: grid.code, posts: grid.posts.map(({ worker }) => ({ worker: worker && { name: worker.name } })) },
    },
  };
}

const refusals = ({ errors }: Answer<unknown>) =>
  errors.map(({ path = [], extensions }) => `${path.join('.')} ${extensions.code}`).sort();

describe('a case worker who opens a household', () => {
  it('is told of a household of seven, none of them a party: masked members, and a refusal for each sealed facet', async () => {
    const ref = notable.householdOfSeven;
    const answer = await householdOf(ref, world.matter(notable.everything.matter));
    const { household } = answer.data;
    expect(household).toMatchObject(await openFacts(ref));
    expect(household.size).toBe(7);
    expect(household).toMatchObject({ socialAssistance: null, visits: null });
    const home = homeOf(ref);
    const expected = await Promise.all(
      (home?.members ?? []).map(async (member) => {
        const of = { family: ref.family, person: member };
        const person = personAt(of);
        const since = person.memberships.find(
          ({ to, householdNumber }) => to === null && householdNumber === home?.number,
        );
        return {
          relationToHead: relationOf(person.residentRelation),
          since: since?.from,
          person: {
            id: await idOf(of),
            maskedName: maskedName(person.name),
            ageBand: bandOn(person.birthDate, today()),
            sex: person.sex === '1' ? 'MALE' : 'FEMALE',
            careTags: null,
            socialInsurance: null,
            medicalInsurance: null,
            mediations: null,
          },
        };
      }),
    );
    expect(household.members).toHaveLength(7);
    expect(household.members).toEqual(expect.arrayContaining(expected));
    expect(refusals(answer)).toEqual(
      [
        'household.socialAssistance OUTSIDE_MATTER',
        'household.visits OUTSIDE_MATTER',
        ...household.members.flatMap((_: unknown, index: number) =>
          FACETS.map(([field]) => `household.members.${index}.person.${field} OUTSIDE_MATTER`),
        ),
      ].sort(),
    );
    for (const { name, idNumber } of familyOf(ref).people) {
      expect(answer.text).not.toContain(name);
      expect(answer.text).not.toContain(idNumber);
    }
  });

  it.each(
    notable.everythingAll.map((party) => ({ party })),
  )('is told a party in full and the others masked, each refusal at its path ($party.family)', async ({ party }) => {
    const answer = await householdOf(party, world.matter(party.matter));
    const { household } = answer.data;
    const full = await expectedRecord(party, idOf);
    expect(household).toMatchObject(await openFacts(party));
    expect(household.visits.nodes).toMatchObject(visitsOf(homeOf(party)));
    const { assistance } = familyOf(party);
    expect(household.socialAssistance).toEqual([
      {
        kind: assistance?.kind,
        status: assistance?.status,
        monthlyAmount: assistance?.monthlyAmount,
        nextReviewOn: assistance?.nextReviewOn,
      },
    ]);
    const own = await idOf(party);
    const at = household.members.findIndex((member: { person: { id: string } }) => member.person.id === own);
    const { person } = household.members[at];
    expect(person.careTags).toEqual(full.careTags.map(({ kind }) => ({ kind })));
    expect(person.medicalInsurance).toEqual({ status: full.medicalInsurance?.status });
    expect(person.mediations.nodes).toEqual(
      full.mediations.nodes.slice(0, 5).map(({ number, status }) => ({ number, status })),
    );
    expect(person.socialInsurance.enrolments).toContainEqual({ scheme: 'EMPLOYEE_PENSION', status: 'ACTIVE' });
    expect(refusals(answer)).toEqual(
      household.members
        .flatMap((_: unknown, index: number) =>
          index === at ? [] : FACETS.map(([field]) => `household.members.${index}.person.${field} OUTSIDE_MATTER`),
        )
        .sort(),
    );
    for (const { extensions, path } of answer.errors) {
      const department = FACETS.find(([field]) => path?.includes(field))?.[1];
      expect(extensions).toMatchObject({ department });
    }
  });

  it('is told nothing more of a household once the matter is closed', async () => {
    const closed = matters().find(
      ({ live, parties }) => !live && parties.some(({ person }) => person !== null && homeOf(person) !== null),
    ) as Matter;
    const ref = closed.parties.find(({ person }) => person !== null && homeOf(person) !== null)?.person as PersonRef;
    const answer = await householdOf(ref, closed);
    expect(answer.data.household).toBeNull();
    expect(new Set(answer.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['CASE_REQUIRED']));
  });

  it('is refused a matter that another organization holds', async () => {
    const matter = world.matter(notable.everything.matter);
    const { data } = await checkAtWindow(personAt(notable.everything).idNumber);
    const other = world.organizations.find(({ index }) => index !== matter.holder);
    const asker = { ...handlerOf(matter), organization: other?.code };
    const answer = await ask(asker, operation('household-record'), { household: data.personByIdNumber.household.id });
    expect(answer.data.household).toBeNull();
    expect(answer.errors[0]?.extensions.code).toBe('CASE_REQUIRED');
  });
});
