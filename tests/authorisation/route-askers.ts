import type { World } from '../../schema/synthetic/world.ts';
import { type Asker, ask } from '../kit/hub-client.ts';
import type { KnownIds } from './field-arguments.ts';
import { emergency, finder, supportMatter } from './known-subjects.ts';
import { specifiedPurposes } from './specified-purposes.ts';

/** Somebody for each purpose, stating it as it must be stated, and somebody without any. */
export async function routeAskers(world: World): Promise<ReadonlyMap<string, Asker>> {
  const { caseNumber, person } = await supportMatter(world);
  const rescue = await emergency(world);
  const inHand: Readonly<Record<string, Partial<Asker>>> = {
    'case-handling': { organization: 'CENTER', caseNumber },
    'emergency-response': { organization: rescue.holder.id, caseNumber: rescue.number },
    'data-quality': { department: 'justice' },
    'own-record': { person },
  };
  const askers = Object.entries(specifiedPurposes).map(([purpose, { users }]): [string, Asker] => [
    purpose,
    { persona: users[0] ?? '', user: `route-${purpose}`, purpose, ...inHand[purpose] },
  ]);
  return new Map([...askers, ['no purpose', { persona: 'case-handler', organization: 'CENTER', caseNumber }]]);
}

/** Ids of what is surely there: the matter of a person whom every register knows, and what hangs on it. */
export async function routeIds(world: World): Promise<KnownIds> {
  const { caseNumber, person, asker } = await supportMatter(world);
  const { data } = await ask(
    asker,
    'query ($id: ID!) { person(id: $id) { household { id grid { id } } mediations { nodes { id } } } }',
    { id: person },
  );
  const { family, person: index } = world.notable.everything;
  return {
    person,
    case: caseNumber,
    household: data.person.household.id,
    grid: data.person.household.grid.id,
    mediation: data.person.mediations.nodes[0].id,
    idNumber: world.family(family).people[index]?.idNumber ?? finder.persona,
  };
}
