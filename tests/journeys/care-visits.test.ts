import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../schema/synthetic/world.ts';
import { type Answer, ask, operation } from '../kit/hub-client.ts';
import { gridWorkerOf } from './askers.ts';
import { acceptedRows } from './truth/accepted-rows.ts';
import { bandOn, maskedName, today } from './truth/masks.ts';
import { areaName, everybody, gridOf, homeOf, personAt, theWorld } from './truth/world.ts';

const world = theWorld();
const round = operation('care-visits');
const WHOLE_DISTRICT = '330803';

interface Entry {
  readonly lastVisitAt: string | null;
  readonly grid: { readonly code: string };
  readonly person: { readonly id: string; readonly maskedName: string; readonly ageBand: string };
}

interface RosterPage {
  readonly roster: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let elders: readonly Person[];
/** Numbers that the population register took in; of anybody else on the roster, it knows neither name nor age. */
const onRegister = new Set<string>();
const lastVisit = new Map<string, string>();

beforeAll(async () => {
  const onRoster = new Set((await acceptedRows('governance-center', 'roster')).map((row) => row.证件号码));
  for (const row of await acceptedRows('public-security', 'people')) onRegister.add(row.公民身份号码 ?? '');
  elders = [...everybody()].filter(
    ({ facts, age, status, idNumber }) => facts.livesAlone && age >= 65 && status === 'ALIVE' && onRoster.has(idNumber),
  );
  for (const row of await acceptedRows('governance-center', 'visits')) {
    const at = `${row.走访时间?.replace(' ', 'T')}+08:00`;
    const household = row.居住户号 ?? '';
    if (at > (lastVisit.get(household) ?? '')) lastVisit.set(household, at);
  }
});

const visitedAt = ({ ref }: Person): string | null => lastVisit.get(homeOf(ref)?.number ?? '') ?? null;
const areaOfElder = ({ ref }: Person): string => homeOf(ref)?.dwelling.areaCode ?? '';

async function roster(area: string, days: number): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 100; pages++) {
    const { data, errors }: Answer<RosterPage> = await ask(gridWorkerOf(area), round, { area, days, after });
    expect(errors).toEqual([]);
    found.push(...data.roster.nodes);
    if (!data.roster.pageInfo.hasNextPage) return found;
    expect(data.roster.nodes).toHaveLength(50);
    after = data.roster.pageInfo.endCursor;
  }
  throw new Error('Expected the pages to come to an end.');
}

const told = (person: Person) =>
  [
    onRegister.has(person.idNumber) ? maskedName(person.name) : null,
    onRegister.has(person.idNumber) ? bandOn(person.birthDate, today()) : null,
    gridOf((homeOf(person.ref) as NonNullable<ReturnType<typeof homeOf>>).dwelling).code,
    visitedAt(person),
  ].join(' ');
const toldBy = ({ person, grid, lastVisitAt }: Entry) =>
  [person.maskedName, person.ageBand, grid.code, lastVisitAt].join(' ');

describe('a grid worker’s round of elderly people who live alone', () => {
  it.each([0, 30, 200])('is everybody not visited for %i days, once each, through all pages', async (days) => {
    const since = Date.now() - days * 86_400_000;
    const due = elders.filter((elder) => {
      const at = visitedAt(elder);
      return at === null || Date.parse(at) < since;
    });
    const found = await roster(WHOLE_DISTRICT, days);
    expect(new Set(found.map(({ person }) => person.id)).size).toBe(found.length);
    expect(found.map(toldBy).sort()).toEqual(due.map(told).sort());
  });

  it('is bounded to the worker’s village, and known there with household, care and cover', async () => {
    const { loneElder } = world.notable;
    const village = areaOfElder(personAt(loneElder));
    const own = elders.filter((elder) => areaOfElder(elder) === village);
    const found = await roster(village, 0);
    expect(found.map(toldBy).sort()).toEqual(own.map(told).sort());
    const elder = personAt(loneElder);
    expect(found).toContainEqual(
      expect.objectContaining({
        person: {
          id: expect.any(String),
          maskedName: maskedName(elder.name),
          ageBand: bandOn(elder.birthDate, today()),
          area: { name: areaName(village) },
          careTags: expect.arrayContaining([{ kind: 'LIVES_ALONE_ELDERLY', since: expect.any(String) }]),
          medicalInsurance: elder.facts.medical && { status: elder.facts.medical.status },
          household: { id: expect.any(String), size: 1, dwelling: { id: expect.any(String) } },
        },
      }),
    );
  });

  it('shows nobody of another village', async () => {
    const [here, there] = [...new Set(elders.map(areaOfElder))];
    const { data, errors } = await ask(gridWorkerOf(here as string), round, { area: there, days: 0 });
    expect(errors).toEqual([]);
    expect(data.roster.nodes).toEqual([]);
  });
});
