import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../age.ts';
import { AGE_BANDS, ageBand } from '../age-band.ts';
import { ageBandSql } from '../age-band-sql.ts';
import { addDays } from '../day.ts';

describe('ageOn', () => {
  it('counts completed years up to and on the birthday', () => {
    expect(ageOn('2008-05-01', '2026-04-30')).toBe(17);
    expect(ageOn('2008-05-01', '2026-05-01')).toBe(18);
    expect(ageOn('2004-02-29', '2023-02-28')).toBe(18);
    expect(ageOn('2004-02-29', '2023-03-01')).toBe(19);
    expect(ageOn('2026-05-01', '2026-04-30')).toBe(-1);
  });
});

describe('ageBand', () => {
  it('covers every age from birth to 120 with the band whose label holds it', () => {
    for (let age = 0; age <= 120; age++) {
      const [low, high] = ageBand(`${2026 - age}-01-01`, '2026-06-01')
        .replace('+', '-999')
        .split('-')
        .map(Number);
      expect(age).toBeGreaterThanOrEqual(low ?? Number.NaN);
      expect(age).toBeLessThanOrEqual(high ?? Number.NaN);
    }
  });
});

describe('ageBandSql', () => {
  it('gives in SQL the band that ageBand gives, on the days around every bound', async () => {
    const database = new PGlite();
    const births = new Set<string>();
    for (const day of ['2026-06-01', '2024-02-29', '2023-02-28', '2023-03-01']) {
      for (const { below } of AGE_BANDS.slice(0, -1)) {
        const bound = addDays(`${Number(day.slice(0, 4)) - below}-03-01`, 0);
        for (let shift = -3; shift <= 3; shift++) births.add(addDays(bound, shift));
        for (let shift = -1; shift <= 1; shift++)
          births.add(addDays(`${Number(day.slice(0, 4)) - below}-06-01`, shift));
      }
      const { rows } = await database.query<{ born: string; band: string }>(
        `SELECT born::text, ${ageBandSql('p.born', `'${day}'::date`)} AS band FROM unnest($1::date[]) AS p(born)`,
        [[...births]],
      );
      expect(rows).toEqual([...births].map((born) => ({ born, band: ageBand(born, day) })));
    }
    const { rows } = await database.query(`SELECT ${ageBandSql('born')} AS band FROM (SELECT NULL::date AS born) AS p`);
    expect(rows).toEqual([{ band: null }]);
    await database.close();
  });
  it('refuses a column that is more than an identifier', () => {
    expect(() => ageBandSql("born; DROP TABLE person; --'")).toThrow(RangeError);
    expect(ageBandSql('"person"."birthDate"')).toContain('"person"."birthDate" IS NOT NULL');
  });
});
