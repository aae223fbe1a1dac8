import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { Random } from '../../../schema/synthetic/random.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Person } from '../../../schema/synthetic/world.ts';
import { enrolments } from '../extracts/enrolments.ts';
import { employerNumber } from './employer-number.ts';
import { insured } from './insured.ts';
import { lastChange } from './last-change.ts';

const EMPLOYEE_SCHEMES = ['110', '210', '410'] as const;
const RESIDENT_SCHEME = '170';

/** AAC031: paying, suspended, ended, frozen. */
type PaymentStatus = '1' | '2' | '3' | '4';

interface Stay {
  readonly scheme: string;
  readonly from: string;
  readonly to: string | null;
  readonly status: PaymentStatus;
  readonly employer: string;
}

/** Three schemes a job, and the residents' pension scheme of those who have none. */
export const enrolmentRows: SyntheticExtract = {
  layout: enrolments,
  *rows(world) {
    for (const { person, identity, area, random } of insured(world, enrolments.name)) {
      for (const { scheme, from, to, status, employer } of staysOf(person, random)) {
        yield {
          ...identity,
          AAE140: scheme,
          AAE030: dateCell(from, 'YYYYMMDD'),
          AAE031: dateCell(to, 'YYYYMMDD'),
          AAB001: employer,
          AAC031: status,
          AAB301: area,
          AAE036: lastChange(world, random, to ?? from),
        };
      }
    }
  },
};

function* staysOf({ facts, status, endedOn }: Person, random: Random): Iterable<Stay> {
  const { employment, formerEmployments, pension, pensionBenefit } = facts;
  for (const job of employment ? [employment, ...formerEmployments] : formerEmployments) {
    const { from, to } = job;
    // Who left work and neither found another nor retired keeps the account, which rests.
    const left: PaymentStatus = employment || pensionBenefit || status === 'DECEASED' ? '3' : random.pick(['2', '4']);
    for (const scheme of EMPLOYEE_SCHEMES) {
      yield { scheme, from, to, status: to === null ? '1' : left, employer: employerNumber(job.employer) };
    }
  }
  if (pension?.scheme !== 'RESIDENT') return;
  const stay = { scheme: RESIDENT_SCHEME, from: pension.from, employer: '' };
  if (pensionBenefit) yield { ...stay, to: pensionBenefit.from, status: '3' };
  else if (status === 'DECEASED') yield { ...stay, to: endedOn, status: '3' };
  else yield { ...stay, to: null, status: random.chance(0.06) ? '2' : '1' };
}
