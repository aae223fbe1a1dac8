import { dayText } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import type { Assistance, FamilyShape, Household } from './family.ts';
import type { FamilyDraft } from './family-draft.ts';
import type { Random } from './random.ts';

/** Share of the families of a shape that have social assistance. */
const share = (shape: FamilyShape): number => {
  if (shape === 'ORPHANED') return 0.6;
  if (shape === 'LONE_ELDER' || shape === 'SINGLE_PARENT') return 0.08;
  if (shape === 'SINGLE_ADULT') return 0.07;
  return shape.startsWith('MIGRANT') || shape === 'OVERSEAS' || shape === 'SINGLE_YOUTH' ? 0 : 0.022;
};

/** The social assistance of a family, if it has any: beneficiaries are living, registered members. */
export function assistFamily(
  map: DistrictMap,
  draft: FamilyDraft,
  family: number,
  shape: FamilyShape,
  certain: boolean,
  households: { registered: readonly Household[]; resident: readonly Household[] },
  random: Random,
): Assistance | null {
  if (!certain && !random.chance(share(shape))) return null;
  const home =
    households.resident.find(({ current }) => current) ?? households.registered.find(({ current }) => current);
  const members = (home?.members ?? []).filter((member) => draft.at(member).registration === 'REGISTERED');
  if (!home || members.length === 0) return null;
  const alone = members.length === 1;
  const kind = certain
    ? 'MARGINAL_LOW_INCOME'
    : random.weighted([
        ['SUBSISTENCE_ALLOWANCE', 56],
        ['EXTREME_HARDSHIP', alone && draft.ageOf(members[0] as number) >= 60 ? 40 : 0],
        ['MARGINAL_LOW_INCOME', 26],
        ['TEMPORARY', 10],
      ] as const);
  // Temporary relief is for weeks; the assisted family is often only part of those who live together.
  const beneficiaries =
    kind === 'TEMPORARY' || certain || random.chance(0.7) ? members : members.slice(0, Math.max(1, members.length - 1));
  const started = map.asOfDay - random.between(60, 2200);
  const ended = !certain && (kind === 'TEMPORARY' ? random.chance(0.7) : random.chance(0.15));
  const suspended = !certain && !ended && random.chance(0.04);
  const each = { SUBSISTENCE_ALLOWANCE: 780, EXTREME_HARDSHIP: 1690, MARGINAL_LOW_INCOME: 260, TEMPORARY: 1200 }[kind];
  return {
    number: `A330898${String(family).padStart(7, '0')}`,
    kind,
    beneficiaries,
    from: `${dayText(started).slice(0, 8)}01`,
    to: ended ? `${dayText(Math.min(map.asOfDay - 1, started + random.between(40, 900))).slice(0, 8)}01` : null,
    nextReviewOn: ended ? null : dayText(map.asOfDay + random.between(-20, 340)),
    monthlyAmount: (each * beneficiaries.length - (kind === 'SUBSISTENCE_ALLOWANCE' ? random.below(300) : 0)).toFixed(
      2,
    ),
    status: ended ? 'ENDED' : suspended ? 'SUSPENDED' : 'ACTIVE',
    householdNumber: home.number,
  };
}
