import { type Department, HERE, hundred, idOf, openDepartment, THERE } from '../../../tests/kit/department.ts';
import { subgraph } from '../subgraph.ts';

export const personId = (number: number): string => idOf('a', number);
export const householdId = (number: number): string => idOf('b', number);
/** The id of the record, of whatever kind, that belongs to a person or family of this number. */
export const recordId = (number: number): string => idOf('c', number);

export const people = (...numbers: number[]) => numbers.map((number) => ({ id: personId(number) }));
export const households = (...numbers: number[]) => numbers.map((number) => ({ id: householdId(number) }));
export const records = (...numbers: number[]) => numbers.map((number) => ({ id: recordId(number) }));

/** Somebody who lives in another town, as does the spouse. */
export const ELSEWHERE = 901;
/** The spouse of person n is person n + SPOUSE, who has no records but the marriage and the assistance. */
export const SPOUSE = 1000;

/** The bureau with a record of every kind for each of a hundred people, and for one elsewhere. */
export async function openBureau(): Promise<Department> {
  const bureau = await openDepartment('civil-affairs', subgraph);
  const everybody = [...hundred, ELSEWHERE].map((number) => ({
    number,
    own: { area_code: number === ELSEWHERE ? THERE : HERE, updated_on: '2026-10-01' },
  }));
  await bureau.insert(
    'marriage',
    everybody.map(({ number, own }) => ({
      id: recordId(number),
      certificate_number: `J${number}`,
      first_spouse_id: personId(number),
      second_spouse_id: personId(number + SPOUSE),
      status: 'MARRIED',
      registered_on: '2001-05-01',
      ...own,
    })),
  );
  await bureau.insert(
    'care_tag',
    everybody.flatMap(({ number, own }) => [
      { person_id: personId(number), kind: 'ADVANCED_AGE', since: '2020-01-01', ...own },
      { person_id: personId(number), kind: 'EXTREME_HARDSHIP', since: '2021-01-01', until: '2023-01-01', ...own },
    ]),
  );
  await bureau.insert(
    'allowance',
    everybody.map(({ number, own }) => ({
      id: recordId(number),
      number: `JT${number}`,
      person_id: personId(number),
      kind: 'ADVANCED_AGE',
      monthly_amount: '60',
      starts_on: '2020-01-01',
      status: 'ACTIVE',
      ...own,
    })),
  );
  await bureau.insert(
    'social_assistance',
    everybody.map(({ number, own }) => ({
      id: recordId(number),
      number: `A${number}`,
      kind: number <= 97 ? 'SUBSISTENCE_ALLOWANCE' : 'TEMPORARY',
      monthly_amount: '1560.5',
      household_id: householdId(number),
      starts_on: '2024-01-01',
      next_review_on: '2027-01-01',
      status: 'ACTIVE',
      ...own,
    })),
  );
  await bureau.insert(
    'assistance_beneficiary',
    everybody.flatMap(({ number }) => [
      { assistance_number: `A${number}`, sequence: 1, person_id: personId(number) },
      { assistance_number: `A${number}`, sequence: 2, person_id: null },
      { assistance_number: `A${number}`, sequence: 3, person_id: personId(number + SPOUSE) },
    ]),
  );
  await bureau.insert(
    'service_recipient',
    everybody.map(({ number, own }) => ({
      person_id: personId(number),
      name: '魏平安',
      sex: 'MALE',
      birth_date: '1940-02-29',
      ...own,
    })),
  );
  return bureau;
}
