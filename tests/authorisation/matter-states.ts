import type { World } from '../../schema/synthetic/world.ts';
import { type Asker, ask } from '../kit/hub-client.ts';
import type { KnownIds } from './field-arguments.ts';
import { caseWhere, emergency, type KnownCase, personId } from './known-subjects.ts';
import { routeIds } from './route-askers.ts';
import { type Expected, expectedFor, specifiedPurposes } from './specified-purposes.ts';

/** How the person who is asked about stands to the case that the request states. */
export const MATTER_STATES = ['a party of it', 'no party of it', 'a party of it, but it is closed', 'no case'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

/** Whom a request asks about, and what it states. */
export interface Situation {
  readonly known: KnownIds;
  readonly asker: Partial<Asker>;
}

/** Purposes that a case in hand opens. */
const CASE_BOUND = ['case-handling', 'emergency-response'];

/** The situations that a purpose may be stated in, each with ids of what is surely there. */
export async function situationsOf(
  world: World,
): Promise<(purpose: string | undefined, state: MatterState) => Situation> {
  const known = await routeIds(world);
  const stranger = await personId(world, world.notable.householdOfSeven);
  const rescue = await emergency(world);
  const closed = await caseWhere(
    world,
    (matter) => matter.status === 'CLOSED' && matter.parties.some(({ person }) => person !== null),
  );
  const partyOf = ({ parties }: KnownCase) => parties.find(({ person }) => person)?.person?.id ?? '';
  const withPerson = async (person: string): Promise<KnownIds> => ({
    ...known,
    person,
    household: (await householdOf(person)) ?? known.household,
  });
  const people = new Map<MatterState, KnownIds>([
    ['a party of it', known],
    ['no party of it', await withPerson(stranger)],
    ['a party of it, but it is closed', { ...(await withPerson(partyOf(closed))), case: closed.number }],
    ['no case', known],
  ]);
  const rescued = { ...(await withPerson(partyOf(rescue))), case: rescue.number };
  return (purpose, state) => {
    const isRescue = purpose === 'emergency-response';
    const inHand = isRescue ? rescue : { number: known.case, holder: { id: 'CENTER' } };
    const stated = state === 'a party of it, but it is closed' ? closed : inHand;
    const asker = {
      organization: stated.holder?.id ?? 'CENTER',
      department: 'justice',
      person: people.get(state)?.person,
      ...(state !== 'no case' && { caseNumber: stated.number }),
    };
    return { asker, known: isRescue && state === 'a party of it' ? rescued : (people.get(state) ?? known) };
  };
}

async function householdOf(person: string): Promise<string | undefined> {
  const asker: Asker = { persona: 'supervisor', purpose: 'docket', user: 'situations' };
  const { data } = await ask(asker, 'query ($id: ID!) { person(id: $id) { household { id } } }', { id: person });
  return data.person?.household?.id;
}

/** What the specification lets a user read for a purpose in a situation, and why the rest is refused. */
export function expectedIn(user: string, purpose: string | undefined, state: MatterState): Expected {
  const expected = expectedFor(user, purpose);
  const isShut = state === 'no case' || state === 'a party of it, but it is closed';
  if (expected.refusal !== 'FORBIDDEN' || !isShut || !CASE_BOUND.includes(purpose ?? '')) return expected;
  return { scopes: new Set(), refusal: 'CASE_REQUIRED' };
}

/** Scopes that open for the subjects of the matter in hand alone. */
export const forMatterAlone = (purpose: string | undefined): ReadonlySet<string> =>
  new Set(CASE_BOUND.includes(purpose ?? '') ? specifiedPurposes[purpose ?? '']?.opensForMatter : []);
