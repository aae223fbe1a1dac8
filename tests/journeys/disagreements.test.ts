import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomAt } from '../../schema/synthetic/random.ts';
import type { Person } from '../../schema/synthetic/world.ts';
import { ask, operation } from '../kit/hub-client.ts';
import { personIds } from '../kit/person-ids.ts';
import { developerOf } from './askers.ts';
import { type OpenHub, openHub } from './open-hub.ts';
import { isRejected, knownExtract } from './truth/accepted-rows.ts';
import { everybody } from './truth/world.ts';

const disagreements = operation('disagreements');
const DEPARTMENTS = ['public-security', 'civil-affairs', 'social-insurance', 'medical-insurance'] as const;
const LAYOUTS: Readonly<Record<string, { layout: string; number: string }>> = {
  'public-security': { layout: 'people', number: '公民身份号码' },
  'civil-affairs': { layout: 'service-recipients', number: '身份证件号' },
  'social-insurance': { layout: 'insured-people', number: 'AAC002' },
  'medical-insurance': { layout: 'enrolments', number: 'certno' },
};

let hub: OpenHub;
let ids: ReadonlyMap<string, string>;
/** By ID number: what each department's rows say that differs, and which departments know the person by one row. */
const differing = new Map<string, { attribute: string; department: string }[]>();
const rowsOf = new Map<string, string[]>();

beforeAll(async () => {
  hub = await openHub();
  ids = await personIds(hub.registers.database('public-security'));
  for (const department of DEPARTMENTS) {
    const { layout, number } = LAYOUTS[department] as { layout: string; number: string };
    for (const { row, dirt } of (await knownExtract(department, layout)).rows) {
      const of = row[number] as string;
      if (isRejected(dirt)) continue;
      rowsOf.set(of, [...(rowsOf.get(of) ?? []), department]);
      for (const { kind } of dirt) {
        if (kind !== 'changed-name' && kind !== 'birth-date-disagreement') continue;
        const attribute = kind === 'changed-name' ? 'name' : 'birthDate';
        differing.set(of, [...(differing.get(of) ?? []), { attribute, department }]);
      }
    }
  }
});

afterAll(() => hub.close());

/** Departments that know somebody, each by one row alone, so that what they say is certain. */
const knownOnce = (number: string): readonly string[] | null => {
  const departments = rowsOf.get(number) ?? [];
  return new Set(departments).size === departments.length ? [...departments].sort() : null;
};

async function discrepanciesOf(number: string) {
  const { data, errors } = await ask(developerOf('public-security'), disagreements, { person: ids.get(number) });
  expect(errors).toEqual([]);
  return data.person.discrepancies as { attribute: string; agreeing: string[][] }[];
}

describe('where the registers disagree on a person', () => {
  it('is found for every name and birth date that one register tells otherwise', async () => {
    let found = 0;
    for (const [number, differences] of differing) {
      const departments = knownOnce(number);
      if (!ids.has(number) || !departments || departments.length < 2 || differences.length > 1) continue;
      const [{ attribute, department }] = differences as [{ attribute: string; department: string }];
      const discrepancies = await discrepanciesOf(number);
      expect(discrepancies.map((one) => one.attribute)).toEqual([attribute]);
      const groups = discrepancies[0]?.agreeing.map((group) => group.toSorted()).toSorted();
      expect(groups).toEqual([[department], departments.filter((one) => one !== department)].toSorted());
      found += 1;
    }
    console.log(`Disagreements found where dirt made them: ${found} of ${differing.size}.`);
    expect(found).toBeGreaterThan(20);
  }, 60_000);

  it('is nowhere for people whose registers all say the same', async () => {
    const random = randomAt(3, 'clean');
    const clean = [...everybody()].filter(
      ({ idNumber }) => !differing.has(idNumber) && ids.has(idNumber) && (rowsOf.get(idNumber) ?? []).length > 1,
    );
    for (let index = 0; index < 100; index++) {
      const { idNumber } = clean[random.below(clean.length)] as Person;
      expect(await discrepanciesOf(idNumber)).toEqual([]);
    }
  }, 60_000);

  it('tells no name and no birth date, whoever disagrees', async () => {
    const [number = ''] = differing.keys();
    const person = [...everybody()].find(({ idNumber }) => idNumber === number) as Person;
    const { text } = await ask(developerOf('civil-affairs'), disagreements, { person: ids.get(number) });
    for (const secret of [person.name, person.birthDate, person.idNumber]) expect(text).not.toContain(secret);
  });
});
