import type { Matter } from '../../schema/kit/viewer.ts';
import type { Purpose } from './purpose.ts';

/** What a purpose's look-up operation answers as `matter`. */
export interface MatterAnswer {
  readonly number: string;
  readonly status: string | null;
  readonly holder: { readonly id: string } | null;
  readonly opens: readonly string[] | null;
  readonly acceptance?: {
    readonly acceptedBy: readonly string[];
    readonly confirmedBy: readonly string[];
    readonly references: number;
  } | null;
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
  /** Whether the viewer took it in himself. */
  readonly selfAccepted: boolean;
}

/** For whom a matter is looked at. */
export interface MatterViewer {
  readonly user: string;
  readonly organization: string | null;
  /** An emergency may then be met before a unit is under way. */
  readonly breaksGlass: boolean;
  /** Whom no matter opens. */
  readonly protectedPersons: ReadonlySet<string>;
}

/**
 * Decides whether a matter is in hand for a purpose: live, held by the viewer's organization, for an emergency with a
 * unit under way, and not for the one who took it in until a second officer or another system's number stands by it.
 * Null otherwise: closed, foreign, unconfirmed and unknown matters look alike.
 */
export function matterInHand(
  purpose: Purpose,
  answer: MatterAnswer | null,
  { user, organization, breaksGlass, protectedPersons }: MatterViewer,
): MatterInHand | null {
  if (!answer?.status || !purpose.liveStatuses.includes(answer.status)) return null;
  if (organization === null || answer.holder?.id !== organization) return null;
  const underWay = answer.dispatches?.some(({ arrivedAt }) => arrivedAt === null) ?? false;
  if (purpose.boundTo === 'DISPATCH' && !underWay && !breaksGlass) return null;
  const { acceptance } = answer;
  // A look-up that does not tell who took the matter in opens nothing to anybody.
  if (!acceptance) return null;
  const selfAccepted = acceptance.acceptedBy.some((officer) => isSame(officer, user));
  if (selfAccepted && !isConfirmed(acceptance)) return null;
  const persons = new Set<string>();
  const households = new Set<string>();
  for (const { person } of answer.parties ?? []) {
    if (!person || protectedPersons.has(person.id)) continue;
    persons.add(person.id);
    for (const household of [person.household, person.registeredHousehold]) if (household) households.add(household.id);
  }
  return {
    matter: { caseNumber: answer.number, persons: [...persons], households: [...households] },
    opens: purpose.boundTo === 'CASE' ? (answer.opens ?? []) : purpose.matterScopes,
    selfAccepted,
  };
}

/** Whether another system's number, or an officer other than all who took it in, stands by a matter. */
const isConfirmed = ({ acceptedBy, confirmedBy, references }: NonNullable<MatterAnswer['acceptance']>): boolean =>
  references > 0 || confirmedBy.some((second) => !acceptedBy.some((first) => isSame(first, second)));

/** Whether the name of an officer in a register and the `sub` of a token are one, however they are written. */
const isSame = (one: string, other: string): boolean => written(one) === written(other);

const written = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
