import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, hundred, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { mediation, openBureau, organizationId } from './bureau.ts';

const ELSEWHERE = 201;
const here = (scopes: string[]) => viewer({ areas: [HERE], scopes });

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  const agreed = { status: 'AGREED', agreement_form: 'WRITTEN', agreement_signed_on: '2026-05-20' };
  await bureau.insert('mediation', [
    ...hundred.map((number) => mediation(number)),
    mediation(ELSEWHERE, { area_code: THERE, organization_number: 'MED-2' }),
    ...[1, 2, 3, 4].map((number) =>
      mediation(300 + number, { ...agreed, confirmation_status: number === 1 ? 'CONFIRMED' : 'NOT_APPLIED' }),
    ),
  ]);
});
afterAll(() => bureau?.close());

describe('mediationStatistics', () => {
  const query = `query ($filter: MediationStatisticsFilter, $by: [MediationDimension!]!) {
    mediationStatistics(filter: $filter, groupBy: $by) {
      rows { group { dimension key label } measures { measure numerator denominator value suppressed } } } }`;
  const SCOPE = 'justice.mediation:statistics';

  it('counts by body, named, what lies within the areas', async () => {
    const { data } = await bureau.ask(query, here([SCOPE]), { by: ['ORGANIZATION', 'STATUS'] });
    const rows = data.mediationStatistics.rows;
    expect(rows).toHaveLength(2);
    expect(rows.map(({ group }: { group: object }) => group)).toContainEqual([
      { dimension: 'ORGANIZATION', key: organizationId(1), label: '樟潭街道人民调解委员会' },
      { dimension: 'STATUS', key: 'AGREED', label: 'AGREED' },
    ]);
  });

  it('tells each share with what it was computed from', async () => {
    const { data } = await bureau.ask(query, viewer({ scopes: [SCOPE] }), { by: [] });
    const [{ measures }] = data.mediationStatistics.rows;
    expect(measures).toMatchObject([
      { measure: 'mediations', numerator: 105, denominator: null, value: 105 },
      { measure: 'concluded', numerator: 4, denominator: 105, value: 0.038095, suppressed: false },
      { measure: 'agreed', numerator: 4, denominator: 4, value: 1 },
      { measure: 'writtenAgreements', numerator: 4, denominator: 4, value: 1 },
      { measure: 'judiciallyConfirmed', numerator: 1, denominator: 4, value: 0.25 },
      { measure: 'performed', numerator: 0, denominator: 0, value: null },
    ]);
  });

  it('filters by area, time of acceptance, kind and body', async () => {
    const filter = {
      areaCode: THERE.slice(0, 9),
      from: '2026-05-01T00:00:00+08:00',
      to: '2026-06-01T00:00:00+08:00',
      kind: '02',
      organizationId: organizationId(2),
    };
    const { data } = await bureau.ask(query, viewer({ scopes: [SCOPE] }), { by: ['TOWN', 'MONTH'], filter });
    expect(data.mediationStatistics.rows).toMatchObject([
      {
        group: [{ key: THERE.slice(0, 9), label: '上方镇' }, { key: '2026-05' }],
        measures: [{ value: 1 }, {}, {}, {}, {}, {}],
      },
    ]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { codes, statements } = await bureau.ask(query, here(['justice.mediation:read']), { by: ['ORGANIZATION'] });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});
