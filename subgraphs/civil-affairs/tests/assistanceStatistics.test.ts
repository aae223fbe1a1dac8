import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { openBureau } from './bureau.ts';

const SCOPE = 'civil-affairs.assistance:statistics';
const query = `query ($filter: AssistanceStatisticsFilter, $by: [AssistanceDimension!]!) {
  assistanceStatistics(filter: $filter, groupBy: $by) {
    asOf rows { group { key label } measures { measure numerator value unit suppressed } } } }`;

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau?.close());

const withheld = { numerator: null, value: null, suppressed: true };
const told = (count: number) => ({ numerator: count, value: count, suppressed: false });

describe('assistanceStatistics', () => {
  it('counts families and beneficiaries, linked or not, and withholds cells of one to four', async () => {
    const asker = viewer({ scopes: [SCOPE] });
    const { data } = await bureau.ask(query, asker, { by: ['TOWN', 'KIND'] });
    expect(data.assistanceStatistics).toMatchObject({
      asOf: '2026-11-01T00:00:00+08:00',
      rows: [
        { group: [{ label: '樟潭街道' }, { key: 'SUBSISTENCE_ALLOWANCE' }], measures: [told(97), told(291)] },
        { group: [{ label: '樟潭街道' }, { key: 'TEMPORARY' }], measures: [withheld, told(9)] },
        { group: [{ label: '上方镇' }, { key: 'TEMPORARY' }], measures: [withheld, withheld] },
      ],
    });
  });

  it('counts within the viewer’s areas alone', async () => {
    const asker = viewer({ areas: [HERE], scopes: [SCOPE] });
    const { data } = await bureau.ask(query, asker, { by: [], filter: { areaCode: '330803' } });
    expect(data.assistanceStatistics.rows).toMatchObject([{ group: [], measures: [told(100), told(300)] }]);
  });

  it('filters by area, kind and status', async () => {
    const asker = viewer({ scopes: [SCOPE] });
    const count = async (filter: object) => {
      const { data } = await bureau.ask(query, asker, { by: [], filter });
      return data.assistanceStatistics.rows[0].measures[0];
    };
    expect(await count({ kind: 'SUBSISTENCE_ALLOWANCE', status: 'ACTIVE' })).toMatchObject(told(97));
    expect(await count({ areaCode: THERE.slice(0, 9) })).toMatchObject(withheld);
    expect(await count({ status: 'ENDED' })).toMatchObject(told(0));
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const asker = viewer({ scopes: ['civil-affairs.assistance:read'] });
    const { codes, statements } = await bureau.ask(query, asker, { by: ['TOWN'] });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});
