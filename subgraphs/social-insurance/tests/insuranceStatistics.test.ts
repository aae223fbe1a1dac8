import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { expectToldOrWithheld } from '../../../tests/kit/told-figures.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const COUNT = 'social-insurance.account:statistics';
const TABLE = 'asOf rows { group { dimension key label } measures { measure numerator value suppressed unit } }';

let register: ImportedRegister;

beforeAll(async () => {
  register = await importedRegister('social-insurance', subgraph);
});
afterAll(() => register?.close());

const ask = (args: string, asker = viewer({ scopes: [COUNT] })) =>
  register.ask(`{ insuranceStatistics(${args}) { ${TABLE} } }`, asker);
type Row = { group: { key: string; label: string }[]; measures: { numerator: number | null; suppressed: boolean }[] };

/** People by key, as a statement of the test's own counts them. */
async function counted(key: string, where = 'true'): Promise<Map<string, number>> {
  const { rows } = await register.database.pool.query(
    `SELECT ${key} AS key, count(DISTINCT person_id)::int AS people FROM enrolment WHERE ${where} GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.key, row.people]));
}

describe('insuranceStatistics', () => {
  it('counts everybody once, however many enrolments they have', async () => {
    const { data } = await ask('groupBy: []');
    const { rows } = await register.database.pool.query(
      'SELECT count(*)::int, count(DISTINCT person_id)::int AS people FROM enrolment',
    );
    expect(data.insuranceStatistics.rows[0].measures).toMatchObject([{ measure: 'people', numerator: rows[0].people }]);
    expect(rows[0].people).toBeLessThan(rows[0].count);
  });

  it('names schemes and statuses as the graph does', async () => {
    const { data } = await ask('groupBy: [SCHEME, STATUS]');
    const rows: Row[] = data.insuranceStatistics.rows;
    expect(new Set(rows.map(({ group }) => group[0]?.key))).toEqual(
      new Set(['EMPLOYEE_PENSION', 'RESIDENT_PENSION', 'UNEMPLOYMENT', 'WORK_INJURY']),
    );
    const paying = rows.find(({ group }) => group[0]?.key === 'EMPLOYEE_PENSION' && group[1]?.key === 'ACTIVE');
    expect(paying?.group.map(({ label }) => label)).toEqual(['企业职工基本养老保险', '参保缴费']);
    const people = await counted('scheme_code', `status = 'ACTIVE'`);
    expect(paying?.measures[0]?.numerator).toBe(people.get('110'));
  });

  it('withholds one to four people and what would tell of them', async () => {
    const { data } = await ask('groupBy: [AREA]');
    const people = await counted('area_code');
    const told = expectToldOrWithheld(data.insuranceStatistics.rows, people);
    expect([...people.values()].filter((count) => count < 5).length).toBeGreaterThan(0);
    expect(told).toBeGreaterThan([...people.values()].filter((count) => count >= 5).length / 2);
  });

  it('counts whom the filter means within the viewer’s areas', async () => {
    const towns = await counted('left(area_code, 9)', `scheme_code = '170' AND status = 'ACTIVE'`);
    const [town = '', people = 0] = [...towns].sort(([, one], [, other]) => other - one)[0] ?? [];
    const filter = '{ scheme: RESIDENT_PENSION, status: ACTIVE }';
    const asker = viewer({ scopes: [COUNT], areas: [town] });
    const { data } = await ask(`groupBy: [TOWN], filter: ${filter}`, asker);
    expect(
      data.insuranceStatistics.rows.map(({ group, measures }: Row) => [group[0]?.key, measures[0]?.numerator]),
    ).toEqual([[town, people]]);
    const { data: byFilter } = await ask(
      `groupBy: [TOWN], filter: { areaCode: "${town}", scheme: RESIDENT_PENSION, status: ACTIVE }`,
    );
    expect(byFilter.insuranceStatistics.rows).toEqual(data.insuranceStatistics.rows);
  });

  it('refuses a viewer who may read accounts only, before reading', async () => {
    const { data, codes, statements } = await ask(
      'groupBy: [SCHEME]',
      viewer({ scopes: ['social-insurance.account:read'] }),
    );
    expect([data.insuranceStatistics, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });

  it('refuses a scope that is bound to a matter', async () => {
    const { codes } = await ask('groupBy: [SCHEME]', viewer({ matterScopes: [COUNT] }));
    expect(codes).toEqual(['FORBIDDEN']);
  });
});
