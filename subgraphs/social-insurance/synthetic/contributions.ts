import type { SyntheticExtract, SyntheticRow } from '../../../schema/synthetic/synthetic-extract.ts';
import { contributions } from '../extracts/contributions.ts';
import { insured } from './insured.ts';

/** Shares of the base that the person and the employer owe, in ten-thousandths. */
const SHARES = [
  ['110', 800, 1600],
  ['210', 50, 50],
  ['410', 0, 30],
] as const;
const RESIDENT_SCHEME = '170';
const MONTHS_TOLD = 24;
/** The residents' scheme is paid once a year, for the month of June. */
const RESIDENT_MONTH = '06';
const RESIDENT_TIERS = ['100', '300', '500', '1000', '2000', '3000'] as const;
const IN_ARREARS = 0.003;

/** The last 24 months of every job, scheme by scheme, and the yearly contributions of residents. */
export const contributionRows: SyntheticExtract = {
  layout: contributions,
  *rows(world) {
    const months = monthsBefore(world.asOf);
    for (const { person, identity, area, random } of insured(world, contributions.name)) {
      const { employment, formerEmployments, pension, pensionBenefit } = person.facts;
      const row = (scheme: string, month: string, amounts: readonly [string, string, string]): SyntheticRow => ({
        ...identity,
        AAE140: scheme,
        AAE003: month.slice(0, 4) + month.slice(5, 7),
        AAE180: amounts[0],
        AAE022: amounts[1],
        AAE020: amounts[2],
        AAE079: random.chance(IN_ARREARS) ? '' : `${month.slice(0, 4)}${month.slice(5, 7)}${random.between(10, 25)}`,
        AAB301: area,
      });
      for (const job of employment ? [employment, ...formerEmployments] : formerEmployments) {
        const due = SHARES.map(
          ([scheme, personal, employer]) =>
            [scheme, [yuan(job.base), share(job.base, personal), share(job.base, employer)]] as const,
        );
        for (const month of months) {
          if (month < job.from || (job.to !== null && month >= job.to)) continue;
          for (const [scheme, amounts] of due) yield row(scheme, month, amounts);
        }
      }
      if (pension?.scheme !== 'RESIDENT' || pensionBenefit || person.status !== 'ALIVE') continue;
      const tier = yuan(Number(random.pick(RESIDENT_TIERS)));
      for (const month of months) {
        if (month.slice(5, 7) === RESIDENT_MONTH && month >= pension.from) {
          yield row(RESIDENT_SCHEME, month, [tier, tier, '0.00']);
        }
      }
    }
  },
};

const yuan = (amount: number): string => amount.toFixed(2);
const share = (base: number, tenThousandths: number): string => yuan((base * tenThousandths) / 10_000);

/** First days of the months before the day's own, oldest first. */
function monthsBefore(day: string): readonly string[] {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - MONTHS_TOLD;
  return Array.from({ length: MONTHS_TOLD }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}
