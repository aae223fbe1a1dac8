import type { Matter } from '../../schema/kit/viewer.ts';
import type { Purpose } from './purpose.ts';

/** What a purpose's look-up operation answers as `matter`. */
export interface MatterAnswer {
  readonly number: string;
  readonly status: string | null;
  readonly holder: { readonly id: string } | null;
  readonly opens: readonly string[] | null;
  readonly parties:
    | readonly {
        readonly person: {
          readonly id: string;
          readonly household?: { readonly id: string } | null;
          readonly registeredHousehold?: { readonly id: string } | null;
        } | null;
      }[]
    | null;
  readonly dispatches?: readonly { readonly arrivedAt: string | null }[] | null;
}

/** A matter in hand and the scopes that its category opens. */
export interface MatterInHand {
  readonly matter: Matter;
  readonly opens: readonly string[];
}

/**
 * Decides whether a matter is in hand for a purpose: live, held by the viewer's organization and, for an emergency,
 * with a unit under way. Null otherwise: closed, foreign and unknown matters look alike.
 */
export function matterInHand(
  purpose: Purpose,
  answer: MatterAnswer | null,
  organization: string | null,
): MatterInHand | null {
  if (!answer?.status || !purpose.liveStatuses.includes(answer.status)) return null;
  if (organization === null || answer.holder?.id !== organization) return null;
  const underWay = answer.dispatches?.some(({ arrivedAt }) => arrivedAt === null) ?? false;
  if (purpose.boundTo === 'DISPATCH' && !underWay) return null;
  const persons = new Set<string>();
  const households = new Set<string>();
  for (const { person } of answer.parties ?? []) {
    if (!person) continue;
    persons.add(person.id);
    for (const household of [person.household, person.registeredHousehold]) if (household) households.add(household.id);
  }
  return {
    matter: { caseNumber: answer.number, persons: [...persons], households: [...households] },
    opens: purpose.boundTo === 'CASE' ? (answer.opens ?? []) : purpose.matterScopes,
  };
}
