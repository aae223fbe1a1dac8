import type { MediationFacts, World } from '../../../schema/synthetic/world.ts';

/** Every mediation: first those that serve a matter of the governance centre, then the bureau's own. */
export function* allMediations(world: World): Iterable<MediationFacts> {
  for (let index = 0; index < world.matters; index++) {
    const { mediation } = world.matter(index);
    if (mediation) yield mediation;
  }
  for (let index = 0; index < world.standaloneMediations; index++) yield world.standaloneMediation(index);
}
