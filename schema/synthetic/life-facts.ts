import { dayText, firstDayOf } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import type { DraftPerson } from './family-draft.ts';
import type { Disability, Employment, LifeFacts } from './life.ts';
import type { Random } from './random.ts';

const disabilityKinds: readonly (readonly [Disability['kind'], number])[] = [
  ['LIMB', 40],
  ['HEARING', 18],
  ['VISION', 13],
  ['INTELLECTUAL', 12],
  ['MENTAL', 11],
  ['MULTIPLE', 4],
  ['SPEECH', 2],
];
const commonDiseases = ['HYPERTENSION', 'DIABETES', 'CORONARY', 'COPD', 'STROKE'] as const;
const graveDiseases = ['KIDNEY_FAILURE', 'CANCER', 'SCHIZOPHRENIA'] as const;
/** The resident schemes began then. */
const RESIDENT_PENSION_FROM = 2010;
const RESIDENT_MEDICAL_FROM = 2008;

/** What the rest of the family says about one member. */
export interface Circumstances {
  age: number;
  /** Lives in the district. */
  here: boolean;
  livesAlone: boolean;
  orphan: boolean;
  leftBehind: boolean;
  /** Every department shall know this person. */
  everything: boolean;
  /** No department but public security shall know this person. */
  nothing: boolean;
  /** Certainly has drawn a pension. */
  pensioner: boolean;
}

const money = (yuan: number): string => yuan.toFixed(2);

/** Draws what the departments know of one life; consistent with age, sex, residence and death. */
export function liveLife(
  map: DistrictMap,
  person: DraftPerson,
  circumstances: Circumstances,
  random: Random,
): LifeFacts {
  const { age, here, livesAlone, orphan, leftBehind, everything, nothing, pensioner } = circumstances;
  const facts: LifeFacts = {
    livesAlone,
    disability: null,
    orphan,
    leftBehind,
    employment: null,
    formerEmployments: [],
    pension: null,
    pensionBenefit: null,
    medical: null,
    chronicDiseases: [],
    allowances: [],
  };
  if (nothing || person.status === 'CANCELLED') return facts;
  const dead = person.status === 'DECEASED';
  const lastDay = person.endedDay ?? map.asOfDay;
  const dayAtAge = (years: number): number =>
    Math.min(lastDay - 1, firstDayOf(person.birthYear + years) + random.below(360));
  const firstOfMonth = (day: number): string => `${dayText(day).slice(0, 8)}01`;
  const retirement = person.sex === '1' ? 60 : 55;

  if (!dead && (everything || random.chance(age >= 60 ? 0.11 : 0.035))) {
    const grade = everything
      ? 2
      : random.weighted([
          [1, 10],
          [2, 18],
          [3, 32],
          [4, 40],
        ] as const);
    facts.disability = {
      kind: random.weighted(disabilityKinds),
      grade,
      since: dayText(lastDay - random.between(200, Math.max(201, Math.min(9000, age * 300)))),
    };
  }

  const works =
    everything ||
    (age >= 20 &&
      age < retirement &&
      random.chance(person.registration === 'REGISTERED' ? (here ? 0.52 : 0.08) : 0.68));
  const workedBefore = age >= retirement && random.chance(0.3);
  if (works && !dead)
    facts.employment = job(map, random, dayText, dayAtAge(20 + random.below(Math.max(1, age - 20))), null);
  if ((works && random.chance(0.35)) || workedBefore) {
    const start = dayAtAge(18 + random.below(8));
    const until = workedBefore ? dayAtAge(retirement) : Math.min(start + random.between(300, 2500), lastDay - 1);
    const end = facts.employment && dayText(until) > facts.employment.from ? facts.employment.from : dayText(until);
    if (dayText(start) < end) facts.formerEmployments = [job(map, random, dayText, start, end)];
  }

  const employee = facts.employment !== null || (workedBefore && facts.formerEmployments.length > 0);
  const firstJob = facts.formerEmployments[0]?.from ?? facts.employment?.from;
  if (employee && firstJob) facts.pension = { scheme: 'EMPLOYEE', from: firstJob };
  else if (pensioner || (age >= 23 && person.registration === 'REGISTERED' && random.chance(0.84))) {
    facts.pension = {
      scheme: 'RESIDENT',
      from: dayText(Math.max(firstDayOf(RESIDENT_PENSION_FROM), Math.min(dayAtAge(20), lastDay - 400))),
    };
  }
  if (facts.pension && !facts.employment && age >= (facts.pension.scheme === 'EMPLOYEE' ? retirement : 60)) {
    const { scheme } = facts.pension;
    const from = firstOfMonth(
      Math.max(
        firstDayOf(RESIDENT_PENSION_FROM) + 31,
        Math.min(dayAtAge(scheme === 'EMPLOYEE' ? retirement : 60), lastDay - 31),
      ),
    );
    facts.pensionBenefit = {
      scheme,
      from,
      monthlyAmount: money(scheme === 'EMPLOYEE' ? random.between(2100, 5600) : random.between(200, 460)),
    };
  }

  if (
    everything ||
    ((here || random.chance(0.7)) &&
      person.registration !== 'FOREIGN' &&
      random.chance(person.registration === 'FLOATING' && !employee ? 0.3 : 0.97))
  ) {
    const from = Math.max(firstDayOf(RESIDENT_MEDICAL_FROM), person.birthDay + 30);
    const scheme = employee ? 'EMPLOYEE' : 'RESIDENT';
    const paused = !dead && !everything && random.chance(0.03);
    const started =
      scheme === 'EMPLOYEE' && firstJob ? firstJob : dayText(Math.min(from + random.below(300), lastDay - 1));
    facts.medical = {
      scheme,
      from: started,
      status: dead ? 'ENDED' : paused ? 'PAUSED' : 'ACTIVE',
      pausedOn: paused ? dayText(lastDay - random.between(10, 200)) : null,
      subsidised: false,
    };
    if (paused && facts.medical.pausedOn !== null && facts.medical.pausedOn <= started)
      facts.medical.pausedOn = dayText(lastDay - 1);
    const ill = age >= 65 ? 0.46 : age >= 45 ? 0.16 : 0.01;
    if (everything || random.chance(ill)) {
      const since = dayText(lastDay - random.between(60, 2400));
      facts.chronicDiseases = [{ disease: random.pick(commonDiseases), from: since }];
    }
    if (random.chance(0.012)) {
      facts.chronicDiseases = [
        ...facts.chronicDiseases,
        { disease: random.pick(graveDiseases), from: dayText(lastDay - random.between(30, 1500)) },
      ];
    }
  }
  return facts;
}

function job(
  map: DistrictMap,
  random: Random,
  text: (day: number) => string,
  day: number,
  to: string | null,
): Employment {
  return {
    employer: random.below(map.employers.length),
    from: `${text(day).slice(0, 8)}01`,
    to,
    base: random.between(45, 160) * 100,
  };
}
