import type { DistrictMap } from './district-map.ts';
import { raiseFamily } from './families.ts';
import type { Family, Person, PersonRef } from './family.ts';
import type { MatterParty, PartyRole } from './matter.ts';
import type { Mentioned } from './matter-texts.ts';
import { officialName } from './names.ts';
import { type PlantedFamilies, plantFamilies } from './planted-families.ts';
import type { Random } from './random.ts';

/** Families kept at hand, so that a matter's parties, texts and mediation ask for each only once. */
const KEPT_FAMILIES = 64;
const UNLINKED_SHARE = 0.03;
const OTHER_TOWN_SHARE = 0.08;

/** The map, the planted families and access to any family: what matters, visits and mediations are made from. */
export class WorldCore {
  readonly map: DistrictMap;
  readonly plants: PlantedFamilies;
  private readonly kept: (Family | undefined)[] = [];

  constructor(map: DistrictMap) {
    this.map = map;
    this.plants = plantFamilies(map);
  }

  /** Family number `index`; throws for one outside [0, families). */
  family(index: number): Family {
    const place = index % KEPT_FAMILIES;
    const known = this.kept[place];
    if (known?.index === index) return known;
    const family = raiseFamily(this.map, this.plants, index);
    this.kept[place] = family;
    return family;
  }

  /** The person whom a reference points at. */
  person({ family, person }: PersonRef): Person {
    return this.family(family).people[person] as Person;
  }

  /**
   * A living adult of this village, now and then of another town; none of the planted families, whose stories are
   * their own. Null where a dozen neighbouring families have none.
   */
  findAdult(village: number, random: Random): PersonRef | null {
    const { villages, families } = this.map;
    const { firstFamily, familyCount } = villages[village] as (typeof villages)[number];
    const local = familyCount > 0 && !random.chance(OTHER_TOWN_SHARE);
    const start = local ? firstFamily + random.below(familyCount) : random.below(families);
    for (let step = 0; step < 12; step++) {
      const index = (start + step) % families;
      if (this.plants.byFamily.has(index)) continue;
      const adults = this.family(index).people.filter(
        ({ status, age, registration, residentHouseholdNumber }) =>
          status === 'ALIVE' && age >= 18 && (residentHouseholdNumber !== null || registration === 'REGISTERED'),
      );
      if (adults.length > 0) return random.pick(adults).ref;
    }
    return null;
  }

  /** A party who is a person: linked as a rule, a few times with nothing but a name. */
  personParty(village: number, role: PartyRole, random: Random): MatterParty {
    const person = random.chance(UNLINKED_SHARE) ? null : this.findAdult(village, random);
    if (person) return { role, person, organization: null, unlinked: null };
    const phone = random.chance(0.7) ? `19900${String(random.below(1_000_000)).padStart(6, '0')}` : null;
    return { role, person: null, organization: null, unlinked: { name: officialName(random), phone } };
  }

  /** What texts may mention of these parties. */
  mentionable(parties: readonly MatterParty[]): Mentioned[] {
    return parties.flatMap(({ person, unlinked }) => (person ? [this.person(person)] : unlinked ? [unlinked] : []));
  }
}
