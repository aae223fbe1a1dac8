import type { DraftPerson } from './family-draft.ts';

const childCode = (person: DraftPerson, only: boolean): string =>
  person.sex === '1' ? (only ? '21' : '20') : only ? '31' : '30';

/**
 * The relation of a member to the head of a household as GB/T 4761-2008 codes it: 02 the head, 1x spouse, 2x and 3x
 * children and their spouses, 4x grandchildren, 5x parents, 6x grandparents, 7x siblings, 97 other kin, 99 none.
 */
export function relationToHead(people: readonly DraftPerson[], head: number, member: number): string {
  if (head === member) return '02';
  const [chief, person] = [people[head], people[member]];
  if (!chief || !person) throw new RangeError('kinship: expected two members of one family');
  const male = person.sex === '1';
  const isChild = (child: DraftPerson | undefined, parent: number): boolean =>
    child !== undefined && (child.father === parent || child.mother === parent);
  const parentOf = (parent: number | null): DraftPerson | undefined => (parent === null ? undefined : people[parent]);
  const partnerOf = (index: number): number | null => people[index]?.partner ?? null;

  if (partnerOf(head) === member) return male ? '11' : '12';
  if (isChild(person, head) || (partnerOf(head) !== null && isChild(person, partnerOf(head) as number))) {
    const siblings = people.filter((other) => isChild(other, head)).length;
    return childCode(person, siblings === 1);
  }
  if (isChild(chief, member)) return male ? '51' : '52';
  const mate = partnerOf(member);
  if (mate !== null && isChild(people[mate], head)) return male ? '28' : '38';
  const own = partnerOf(head);
  if (own !== null && isChild(people[own], member)) {
    return chief.sex === '2' ? (male ? '53' : '54') : male ? '55' : '56';
  }
  const father = parentOf(person.father);
  const mother = parentOf(person.mother);
  if (isChild(father, head)) return male ? '41' : '42';
  if (isChild(mother, head)) return male ? '43' : '44';
  if (isChild(parentOf(chief.father), member)) return male ? '61' : '62';
  if (isChild(parentOf(chief.mother), member)) return male ? '63' : '64';
  if (chief.father !== null && chief.father === person.father) {
    const elder = person.birthDay < chief.birthDay;
    return male ? (elder ? '71' : '73') : elder ? '75' : '77';
  }
  return '97';
}
