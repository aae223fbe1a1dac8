import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectToldOrWithheld } from '../../../tests/kit/told-figures.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { type Bureau, openBureau } from './bureau.ts';

const COUNT = 'medical-insurance.enrolment:statistics';
const TABLE = 'asOf rows { group { dimension key label } measures { measure numerator value suppressed unit } }';

let register: Bureau;

beforeAll(async () => {
  register = await openBureau();
});
afterAll(() => register?.close());

const ask = (args: string, asker = viewer({ scopes: [COUNT] })) =>
  register.ask(`{ medicalInsuranceStatistics(${args}) { ${TABLE} } }`, asker);
type Row = { group: { key: string; label: string }[]; measures: { numerator: number | null; suppressed: boolean }[] };

/** People by key, as a statement of the test's own counts them. */
function counted(key: string, where = 'true'): Map<string, number> {
  const rows = register.rows<{ key: string; people: number }>(
    `SELECT ${key} AS key, count(DISTINCT person_id) AS people FROM enrolment WHERE ${where} GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.key, row.people]));
}

describe('medicalInsuranceStatistics', () => {
  it('counts everybody once, however many enrolments they have', async () => {
    const { data } = await ask('groupBy: []');
    const rows = register.rows<{ count: number; people: number }>(
      'SELECT count(*) AS count, count(DISTINCT person_id) AS people FROM enrolment',
    ) as [{ count: number; people: number }];
    expect(data.medicalInsuranceStatistics.rows[0].measures).toMatchObject([
      { measure: 'people', numerator: rows[0].people },
    ]);
    expect(rows[0].people).toBeLessThan(rows[0].count);
  });

  it('names schemes and statuses as the graph does', async () => {
    const { data } = await ask('groupBy: [SCHEME, STATUS]');
    const rows: Row[] = data.medicalInsuranceStatistics.rows;
    expect(new Set(rows.map(({ group }) => group[0]?.key))).toEqual(new Set(['EMPLOYEE', 'RESIDENT']));
    const paying = rows.find(({ group }) => group[0]?.key === 'EMPLOYEE' && group[1]?.key === 'ACTIVE');
    expect(paying?.group.map(({ label }) => label)).toEqual(['职工基本医疗保险', '正常参保']);
    const people = counted('scheme', `status = 'ACTIVE'`);
    expect(paying?.measures[0]?.numerator).toBe(people.get('EMPLOYEE'));
  });

  it('withholds one to four people and what would tell of them', async () => {
    const { data } = await ask('groupBy: [AREA]');
    const people = counted('area_code');
    const told = expectToldOrWithheld(data.medicalInsuranceStatistics.rows, people);
    expect([...people.values()].filter((count) => count < 5).length).toBeGreaterThan(0);
    expect(told).toBeGreaterThan([...people.values()].filter((count) => count >= 5).length / 2);
  });

  it('counts whom the filter means within the viewer’s areas', async () => {
    const towns = counted('substr(area_code, 1, 9)', `scheme = 'RESIDENT'`);
    const [town = '', people = 0] = [...towns].sort(([, one], [, other]) => other - one)[0] ?? [];
    const filter = '{ scheme: RESIDENT }';
    const asker = viewer({ scopes: [COUNT], areas: [town] });
    const { data } = await ask(`groupBy: [TOWN], filter: ${filter}`, asker);
    expect(
      data.medicalInsuranceStatistics.rows.map(({ group, measures }: Row) => [group[0]?.key, measures[0]?.numerator]),
    ).toEqual([[town, people]]);
    const { data: byFilter } = await ask(`groupBy: [TOWN], filter: { areaCode: "${town}", scheme: RESIDENT }`);
    expect(byFilter.medicalInsuranceStatistics.rows).toEqual(data.medicalInsuranceStatistics.rows);
  });

  it('refuses a viewer who may read enrolments only, before reading', async () => {
    const { data, codes, calls } = await ask(
      'groupBy: [SCHEME]',
      viewer({ scopes: ['medical-insurance.enrolment:read'] }),
    );
    expect([data.medicalInsuranceStatistics, codes, calls]).toEqual([null, ['FORBIDDEN'], 0]);
  });

  it('refuses a scope that is bound to a matter', async () => {
    const { codes } = await ask('groupBy: [SCHEME]', viewer({ matterScopes: [COUNT] }));
    expect(codes).toEqual(['FORBIDDEN']);
  });
});
