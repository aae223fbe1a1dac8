import type { Registration, Sex } from './family.ts';
import type { FamilyDraft } from './family-draft.ts';

/** Male share of those who do not come as couples. */
const MALE_SHARE = 0.565;

/** A sex, a little more often male. */
export function drawSex(draft: FamilyDraft): Sex {
  return draft.random.chance(MALE_SHARE) ? '1' : '2';
}

/** A married couple; the wife is of about this age. */
export function addCouple(
  draft: FamilyDraft,
  wifeAge: number,
  options: {
    husbandOf?: readonly [number, number];
    wifeOf?: readonly [number, number];
    registration?: Registration;
    year?: number;
  } = {},
): [number, number] {
  const { husbandOf, wifeOf, registration, year } = options;
  const husband = draft.add('1', wifeAge + draft.random.between(0, 4), {
    father: husbandOf?.[0],
    mother: husbandOf?.[1],
    registration,
  });
  const wife = draft.add('2', wifeAge, { father: wifeOf?.[0], mother: wifeOf?.[1], registration });
  draft.marry(husband, wife, year);
  return [husband, wife];
}

/** Children of a couple, the eldest born when the mother was 23 to 29; none younger than asOf allows. */
export function addChildren(
  draft: FamilyDraft,
  couple: readonly [number, number],
  count: number,
  registration?: Registration,
): number[] {
  const [father, mother] = couple;
  const children: number[] = [];
  let age = draft.ageOf(mother) - 23 - draft.random.below(7);
  for (let number = 0; number < count && age >= 0; number++) {
    children.push(draft.add(drawSex(draft), age, { father, mother, registration }));
    age -= 2 + draft.random.below(4);
  }
  const marriage = draft.marriages.find(({ spouses }) => spouses[0] === father && spouses[1] === mother);
  const eldest = children[0];
  // The marriage comes before the first child, as far as the lawful ages allow.
  if (marriage && eldest !== undefined) {
    const lawful = Math.max(draft.at(father).birthDay + 22 * 366, draft.at(mother).birthDay + 20 * 366);
    marriage.day = Math.max(lawful, Math.min(marriage.day, draft.at(eldest).birthDay - 300 - draft.random.below(500)));
  }
  return children;
}

/** How many children: mostly one or two. */
export function drawChildren(draft: FamilyDraft): number {
  const draw = draft.random.next();
  return draw < 0.5 ? 1 : draw < 0.94 ? 2 : 3;
}
