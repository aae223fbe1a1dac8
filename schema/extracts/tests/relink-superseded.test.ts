import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relinkSuperseded } from '../relink-superseded.ts';
import { sampleLayouts } from './sample/layouts.ts';
import { type Office, openOffice } from './sample/office.ts';
import { csv, idNumber, marriage } from './sample/rows.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('relinkSuperseded', () => {
  it('moves records that came in under two ids to the one that survives, and keeps one row a person', async () => {
    await office.import(`发放编号,身份证号\nA1,${idNumber(1)}\nA2,${idNumber(3)}\n`);
    await office.import(csv([marriage(1), marriage(3)]));
    await office.import(`公民身份号码,曾用号码,现住地区划\n${idNumber(1)},,330803001\n${idNumber(3)},,330803002\n`);
    await office.import(`公民身份号码,曾用号码,现住地区划\n${idNumber(3)},${idNumber(1)},330803002\n`);
    const survivor = office.link.ids.get(`person ${idNumber(1)}`);

    expect(await relinkSuperseded('civil-affairs', office.database, office.link, sampleLayouts)).toBe(2);

    expect(await office.rows('SELECT number, person_id FROM allowance ORDER BY number')).toEqual([
      { number: 'A1', person_id: survivor },
      { number: 'A2', person_id: survivor },
    ]);
    expect(await office.rows(`SELECT DISTINCT first_spouse_id FROM marriage`)).toEqual([{ first_spouse_id: survivor }]);
    expect(await office.rows('SELECT person_id FROM person')).toEqual([{ person_id: survivor }]);
  });

  it('changes nothing where nobody was merged, and nothing the second time', async () => {
    expect(await relinkSuperseded('civil-affairs', office.database, office.link, sampleLayouts)).toBe(0);
  });
});
