import { inject } from 'vitest';
import { createWorld, type Matter, type PersonRef, type World } from '../../schema/synthetic/world.ts';
import { type Asker, ask } from '../kit/hub-client.ts';

/** The invented district that the running hub took in. */
export function knownWorld(): World {
  const { scale, seed } = inject('runningHub');
  return createWorld({ scale, seed });
}

/** Who asks only in order to find something out for a test. */
export const finder: Asker = { persona: 'supervisor', purpose: 'docket', user: 'finder' };

let finders = 0;

/** The id of somebody of the invented district, found by the number of the document. */
export async function personId(world: World, { family, person }: PersonRef): Promise<string> {
  const idNumber = world.family(family).people[person]?.idNumber;
  const asker = { persona: 'case-handler', purpose: 'intake', user: `finder-${process.pid}-${finders++}` };
  const { data } = await ask(asker, 'query ($n: String!) { personByIdNumber(idNumber: $n) { id } }', { n: idNumber });
  return data.personByIdNumber.id;
}

/** A case as its list shows it. */
export interface KnownCase {
  readonly number: string;
  readonly status: string;
  readonly holder: { readonly id: string };
  readonly area: { readonly code: string };
  readonly category: { readonly code: string };
  readonly dispatches: readonly { readonly arrivedAt: string | null }[];
  readonly parties: readonly { readonly person: { readonly id: string; readonly area: { code: string } } | null }[];
}

/** Statuses of a case in hand. */
export const LIVE: readonly string[] = [
  'ACCEPTED',
  'ASSIGNED',
  'IN_PROGRESS',
  'RETURNED',
  'RESOLVED',
  'FEEDBACK_GIVEN',
  'REOPENED',
];

const CASE = `query ($number: ID!) { case(number: $number) {
  number status holder { id } area { code } category { code } dispatches { arrivedAt }
  parties { person { id area { code } } } } }`;

/** The first case of the invented district that answers this description, as the hub shows it. */
export async function caseWhere(world: World, fits: (matter: Matter) => boolean): Promise<KnownCase> {
  for (let index = 0; index < world.matters; index++) {
    const matter = world.matter(index);
    if (!fits(matter)) continue;
    const { data } = await ask(finder, CASE, { number: matter.number });
    if (data.case !== null) return data.case;
  }
  throw new Error('Expected the invented district to have a case that answers the description.');
}

/** Whether a matter is in hand. */
export const isLive = ({ status }: Matter): boolean => LIVE.includes(status);

/** A live case with a unit on its way. */
export const emergency = (world: World): Promise<KnownCase> =>
  caseWhere(world, (matter) => isLive(matter) && matter.dispatches.some(({ arrivedAt }) => arrivedAt === null));

/** The live comprehensive-support matter of the person whom every register knows. */
export async function supportMatter(world: World): Promise<{ asker: Asker; caseNumber: string; person: string }> {
  const { everything } = world.notable;
  const caseNumber = world.matter(everything.matter).number;
  const person = await personId(world, everything);
  const asker = { persona: 'case-handler', organization: 'CENTER', purpose: 'case-handling', caseNumber };
  return { asker, caseNumber, person };
}
