import { randomUUID } from 'node:crypto';
import type { Matter, PersonRef } from '../../schema/synthetic/world.ts';
import { type Answer, type Asker, ask, operation } from '../kit/hub-client.ts';
import { personAt, theWorld } from './truth/world.ts';

/** A clerk at the service window: somebody else each time, since look-ups an hour and user are limited. */
export const windowClerk = (area?: string): Asker => ({
  persona: 'case-handler',
  purpose: 'intake',
  user: `clerk-${randomUUID()}`,
  area,
});

/** An officer of the organization that holds the matter, with the matter in hand. */
export const handlerOf = ({ number, holder }: Matter): Asker => ({
  persona: 'case-handler',
  purpose: 'case-handling',
  caseNumber: number,
  organization: theWorld().organizations[holder]?.code,
});

/** An officer who works through the list of an area. */
export const docketOf = (area?: string): Asker => ({ persona: 'case-handler', purpose: 'docket', area });

/** A grid worker of an area. */
export const gridWorkerOf = (area: string): Asker => ({ persona: 'grid-worker', purpose: 'grid-visit', area });

/** Supervision of the whole district. */
export const supervisor: Asker = { persona: 'supervisor', purpose: 'supervision' };

/** An analyst. */
export const analyst: Asker = { persona: 'analyst', purpose: 'statistics' };

/** A developer of a department. */
export const developerOf = (department: string): Asker => ({
  persona: 'department-developer',
  purpose: 'data-quality',
  department,
});

/** The auditor. */
export const auditor: Asker = { persona: 'auditor', purpose: 'oversight' };

/** Checks a number at the window. */
export const checkAtWindow = (idNumber: string, clerk = windowClerk()): Promise<Answer<WindowCheck>> =>
  ask(clerk, operation('window-check'), { idNumber });

interface WindowCheck {
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly personByIdNumber: any;
}

const ids = new Map<string, string>();

/** The id by which the hub knows somebody, found as a clerk would: by the number. */
export async function idOf(ref: PersonRef): Promise<string> {
  const { idNumber } = personAt(ref);
  const known = ids.get(idNumber);
  if (known) return known;
  const { data, errors } = await checkAtWindow(idNumber);
  const id = data?.personByIdNumber?.id as string | undefined;
  if (!id) throw new Error(`Expected the window to know a person of the world: ${JSON.stringify(errors)}`);
  ids.set(idNumber, id);
  return id;
}
