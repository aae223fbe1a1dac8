import { dateCell } from '../../../schema/synthetic/cells.ts';
import { dirtKinds } from '../../../schema/synthetic/dirt.ts';
import { type SyntheticExtract, stain } from '../../../schema/synthetic/synthetic-extract.ts';
import { benefits } from '../extracts/benefits.ts';
import { insured } from './insured.ts';
import { lastChange } from './last-change.ts';

/** AAA036 and AAE140 of a pension. */
const PENSIONS = { EMPLOYEE: ['01', '110'], RESIDENT: ['02', '170'] } as const;
const NOT_CONFIRMED_ALIVE = 0.005;

/** Pensions, some of them still paid to the dead, and allowances of those hurt at work. */
export const benefitRows: SyntheticExtract = {
  layout: benefits,
  *rows(world) {
    const { deceasedPensioner } = world.notable;
    for (const { person, identity, random } of insured(world, benefits.name)) {
      const { pensionBenefit, employment, disability } = person.facts;
      const { family, person: member } = person.ref;
      const number = `DY${String(family).padStart(7, '0')}${String(member).padStart(2, '0')}`;
      if (pensionBenefit) {
        const { scheme, from, monthlyAmount } = pensionBenefit;
        const dead = person.status === 'DECEASED';
        const planted = family === deceasedPensioner.family && member === deceasedPensioner.person;
        const overpaid = dead && (planted || random.chance(dirtKinds['deceased-drawing-pension'].rate));
        const suspended = !dead && random.chance(NOT_CONFIRMED_ALIVE);
        const ended = dead && !overpaid ? person.endedOn : null;
        yield {
          ...identity,
          ...(overpaid ? { [stain]: 'deceased-drawing-pension' as const } : {}),
          AAZ257: `${number}1`,
          AAE140: PENSIONS[scheme][1],
          AAA036: PENSIONS[scheme][0],
          AAE129: monthlyAmount,
          AAE030: dateCell(from, 'YYYYMMDD'),
          AAE031: dateCell(ended, 'YYYYMMDD'),
          AAE116: ended ? '3' : suspended ? '2' : '1',
          AAE036: lastChange(world, random, ended ?? from),
        };
      }
      if (employment && disability?.kind === 'LIMB' && disability.since > employment.from && random.chance(0.2)) {
        yield {
          ...identity,
          AAZ257: `${number}2`,
          AAE140: '410',
          AAA036: '06',
          AAE129: (employment.base * 0.75).toFixed(2),
          AAE030: dateCell(disability.since, 'YYYYMMDD'),
          AAE031: '',
          AAE116: '1',
          AAE036: lastChange(world, random, disability.since),
        };
      }
    }
  },
};
