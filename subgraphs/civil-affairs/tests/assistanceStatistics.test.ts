import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, THERE } from '../../../tests/kit/department.ts';
import { expectToldOrWithheld } from '../../../tests/kit/told-figures.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { householdId, openBureau, recordId } from './bureau.ts';

const SCOPE = 'civil-affairs.assistance:statistics';
const query = `query ($filter: AssistanceStatisticsFilter, $by: [AssistanceDimension!]!) {
  assistanceStatistics(filter: $filter, groupBy: $by) {
    asOf rows { group { key label } measures { measure numerator value unit suppressed } } } }`;

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert(
    'social_assistance',
    [201, 202, 203, 204, 205, 206].map((number) => ({
      id: recordId(number),
      number: `A${number}`,
      kind: 'TEMPORARY',
      monthly_amount: '800',
      household_id: householdId(number),
      starts_on: '2025-01-01',
      status: 'ACTIVE',
      area_code: HERE,
      updated_on: '2026-10-01',
    })),
  );
  await bureau.insert(
    'assistance_beneficiary',
    [201, 202, 203, 204, 205, 206].flatMap((number) =>
      [1, 2, 3].map((sequence) => ({ assistance_number: `A${number}`, sequence, person_id: null })),
    ),
  );
});
afterAll(() => bureau?.close());

const told = (count: number) => ({ numerator: count, value: count, suppressed: false });

describe('assistanceStatistics', () => {
  it('counts families and beneficiaries, linked or not, and withholds one to four and what would tell of them', async () => {
    const asker = viewer({ scopes: [SCOPE] });
    const rows = async (by: string[]) => (await bureau.ask(query, asker, { by })).data.assistanceStatistics;
    const { asOf, rows: whole } = await rows([]);
    expect([asOf, whole]).toMatchObject([
      '2026-11-01T00:00:00+08:00',
      [{ group: [], measures: [told(107), told(321)] }],
    ]);
    const families = new Map([
      ['330803001|SUBSISTENCE_ALLOWANCE', 97],
      ['330803001|TEMPORARY', 9],
      ['330803100|TEMPORARY', 1],
    ]);
    const beneficiaries = new Map([...families].map(([key, count]) => [key, 3 * count]));
    const { rows: byTown } = await rows(['TOWN', 'KIND']);
    expectToldOrWithheld(byTown, families);
    expectToldOrWithheld(byTown, beneficiaries, 1);
    expect(byTown[0].group).toMatchObject([{ label: '樟潭街道' }, { key: 'SUBSISTENCE_ALLOWANCE' }]);
    // All less those of the other town would be the one family and its three.
    const { rows: towns } = await rows(['TOWN']);
    expect(towns.map(({ measures }: { measures: object[] }) => measures)).toMatchObject([
      [{ suppressed: true }, { suppressed: true }],
      [{ suppressed: true }, { suppressed: true }],
    ]);
  });

  it('counts within the viewer’s areas alone', async () => {
    const asker = viewer({ areas: [THERE], scopes: [SCOPE] });
    const { data } = await bureau.ask(query, asker, { by: ['AREA'] });
    expect(data.assistanceStatistics.rows.map(({ group }: { group: { key: string }[] }) => group[0]?.key)).toEqual([
      THERE,
    ]);
  });

  it('filters by area, kind and status', async () => {
    const asker = viewer({ scopes: [SCOPE] });
    const count = async (filter: object) => {
      const { data } = await bureau.ask(query, asker, { by: [], filter });
      return data.assistanceStatistics.rows[0].measures[0];
    };
    expect(await count({ kind: 'SUBSISTENCE_ALLOWANCE', status: 'ACTIVE' })).toMatchObject(told(97));
    expect(await count({ kind: 'TEMPORARY' })).toMatchObject(told(10));
    expect(await count({ areaCode: THERE.slice(0, 9) })).toMatchObject({ numerator: null, suppressed: true });
    expect(await count({ status: 'ENDED' })).toMatchObject(told(0));
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const asker = viewer({ scopes: ['civil-affairs.assistance:read'] });
    const { codes, statements } = await bureau.ask(query, asker, { by: ['TOWN'] });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});
