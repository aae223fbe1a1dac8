import type { World } from '../../schema/synthetic/world.ts';

/** What the invented district knows of people in clear; officials are named in full and are not among them. */
export interface PlantedWords {
  /** Those of them that a text holds. */
  readonly in: (text: string) => string[];
  readonly names: number;
  readonly numbers: number;
}

/** Gathers the names, phones and document numbers of everybody, and of those whom only a record of a matter knows. */
export function plantedWords(world: World): PlantedWords {
  const names = new Set<string>();
  const numbers = new Set<string>();
  const take = (name: string | null | undefined, ...others: readonly (string | null | undefined)[]) => {
    if (name) names.add(name);
    for (const other of others) if (other) numbers.add(other);
  };
  for (let index = 0; index < world.families; index++) {
    for (const { name, formerName, phone, idNumber, previousIdNumbers } of world.family(index).people) {
      take(name, phone, idNumber, ...previousIdNumbers);
      take(formerName);
    }
  }
  for (let index = 0; index < world.matters; index++) {
    for (const { unlinked } of world.matter(index).parties) take(unlinked?.name, unlinked?.phone);
  }
  for (let index = 0; index < world.matters; index++) {
    // Steps are taken by officials, who are named in full.
    for (const { by } of world.matter(index).events) names.delete(by);
  }
  for (const official of officialsOf(world)) names.delete(official);
  const longest = Math.max(...[...names].map(({ length }) => length));
  return {
    names: names.size,
    numbers: numbers.size,
    in(text) {
      const found = new Set<string>();
      for (const [number] of text.matchAll(/[0-9A-Z]{8,}/g)) if (numbers.has(number)) found.add(number);
      for (const [, value = ''] of text.matchAll(/"(\p{Script=Han}{2,})"/gu)) if (names.has(value)) found.add(value);
      // Two characters are too few to tell a name from a part of a word; names stand between other characters in free text.
      for (const [run] of text.matchAll(/\p{Script=Han}{3,}/gu)) {
        for (let start = 0; start < run.length - 2; start++) {
          for (let length = 3; length <= longest; length++) {
            const word = run.slice(start, start + length);
            if (word.length === length && names.has(word)) found.add(word);
          }
        }
      }
      return [...found];
    },
  };
}

/** Whoever may be named, and names of places and bodies that a person’s name may lie in. */
function officialsOf({
  grids,
  mediators,
  visitTeams,
  villages,
  organizations,
  mediationOrganizations,
  employers,
}: World) {
  const officials = [
    ...grids.flatMap(({ posts }) => posts.flatMap(({ worker }) => (worker ? [worker.name] : []))),
    ...mediators.map(({ name }) => name),
    ...visitTeams.flatMap(({ slots }) => slots.map(({ member }) => member)),
  ];
  const places = [...villages, ...organizations, ...mediationOrganizations, ...employers].map(({ name }) => name);
  const parts = places.flatMap((place) =>
    [3, 4].flatMap((length) =>
      Array.from({ length: Math.max(0, place.length - length + 1) }, (_, at) => place.slice(at, at + length)),
    ),
  );
  return [...officials, ...parts];
}
