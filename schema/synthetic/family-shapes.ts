import type { FamilyShape, Registration } from './family.ts';
import type { FamilyDraft } from './family-draft.ts';
import { addChildren, addCouple, drawChildren, drawSex } from './family-members.ts';

/**
 * How common each shape is, per thousand families of a village and of a town community. Together they give the assumed
 * age structure of 2026 (0-14 about 15 %, 15-64 about 66.5 %, 65 and over about 18.5 %: older than the 18.9 / 66.1 / 15.0
 * of 2011), 2.74 registered people a registered household, 15 % of the registered living outside the district, and
 * migrants of about 9 % of the registered.
 */
export const shapeWeights: Readonly<Record<FamilyShape, readonly [village: number, community: number]>> = {
  LONE_ELDER: [125, 62],
  ELDER_COUPLE: [165, 85],
  COUPLE: [85, 95],
  NUCLEAR: [150, 235],
  THREE_GENERATIONS: [150, 85],
  LARGE: [9, 3],
  SINGLE_YOUTH: [45, 65],
  SINGLE_ADULT: [62, 70],
  SINGLE_PARENT: [25, 36],
  SEPARATED: [100, 25],
  LEFT_BEHIND: [42, 8],
  ORPHANED: [1.2, 0.7],
  MIGRANT_SINGLE: [28, 125],
  MIGRANT_COUPLE: [18, 50],
  MIGRANT_FAMILY: [24, 70],
  OVERSEAS: [1.5, 4],
};

/** More men than women stay single. */
const SINGLE_MALE_SHARE = 0.66;

const elderAge = (draft: FamilyDraft): number => 63 + Math.floor(33 * draft.random.next() ** 1.9);

/** An elder couple of whom one may have died; of a settled family the husband, lately. */
function addElders(draft: FamilyDraft, wifeAge: number, widowed: number, settled = false): [number, number] {
  const couple = addCouple(draft, wifeAge);
  if (settled && widowed === 1) {
    draft.bury(couple[0], draft.random.below(3));
    return couple;
  }
  if (draft.random.chance(widowed)) draft.bury(couple[draft.random.chance(0.68) ? 0 : 1], draft.random.below(12));
  return couple;
}

const living = (draft: FamilyDraft, members: readonly number[]): number[] =>
  members.filter((member) => draft.at(member).status === 'ALIVE');

function awayChild(draft: FamilyDraft, parents: readonly [number, number], probability: number): number[] {
  return draft.random.chance(probability) ? addChildren(draft, parents, 1) : [];
}

function migrants(draft: FamilyDraft, kind: FamilyShape): void {
  const registration: Registration = 'FLOATING';
  if (kind === 'MIGRANT_SINGLE') {
    const worker = draft.add(drawSex(draft), draft.random.between(19, 54), { registration });
    draft.residences.push({ members: [worker], place: 'HOME' });
    return;
  }
  const couple = addCouple(draft, draft.random.between(25, 46), { registration });
  const children = kind === 'MIGRANT_FAMILY' ? addChildren(draft, couple, drawChildren(draft), registration) : [];
  draft.residences.push({ members: [...couple, ...children], place: 'HOME' });
}

function threeGenerations(draft: FamilyDraft, place: 'HOME' | 'TOWN', count: number, settled = false): void {
  const elders = addElders(draft, draft.random.between(54, 74), 0.25);
  const mother = draft.ageOf(elders[1]) - draft.random.between(23, 29);
  const couple = addCouple(draft, Math.max(22, mother - 1), { husbandOf: elders });
  const children = addChildren(draft, couple, count);
  const young = [...couple, ...children];
  if (place === 'TOWN' || draft.random.chance(0.42)) draft.registered.push([...elders], young);
  else draft.registered.push([...elders, ...young]);
  if (place === 'TOWN' && (settled || draft.random.chance(0.6))) {
    // Registered with the parents in the village, living in town (人户分离).
    draft.registered.splice(0, 2, [...elders, ...young]);
  }
  if (place === 'HOME') draft.residences.push({ members: [...elders, ...young], place });
  else draft.residences.push({ members: [...elders], place: 'HOME' }, { members: young, place });
}

function singleParent(draft: FamilyDraft): void {
  const couple = addCouple(draft, draft.random.between(30, 50));
  const children = addChildren(draft, couple, draft.random.chance(0.75) ? 1 : 2);
  const [parent, other] = draft.random.chance(0.4) ? couple : ([couple[1], couple[0]] as const);
  if (draft.random.chance(0.25)) {
    draft.bury(other, draft.random.below(5));
    draft.registered.push([parent, other, ...children]);
  } else {
    const marriage = draft.marriages[0];
    if (marriage) draft.divorce(marriage, draft.random.between(3, 12));
    draft.registered.push([parent, ...children], [other]);
    if (draft.random.chance(0.6))
      draft.residences.push({ members: [other], place: draft.random.chance(0.5) ? 'HOME' : 'TOWN' });
  }
  draft.residences.push({ members: [parent, ...children], place: 'HOME' });
}

/**
 * Fills the draft with a family of this shape; the head of the first registered household is member 0 or 1. A settled
 * family is the plain example of its shape: everybody lives in the district.
 */
export function shapeFamily(draft: FamilyDraft, shape: FamilyShape, settled = false): void {
  const { random } = draft;
  switch (shape) {
    case 'LONE_ELDER': {
      const couple = addElders(draft, elderAge(draft) + 2, 1, settled);
      const children = awayChild(draft, couple, 0.4);
      draft.registered.push([...couple, ...children]);
      draft.residences.push({ members: living(draft, couple), place: 'HOME' });
      return;
    }
    case 'ELDER_COUPLE': {
      const couple = addCouple(draft, Math.min(88, elderAge(draft) - 2));
      draft.registered.push([...couple, ...awayChild(draft, couple, 0.45)]);
      draft.residences.push({ members: [...couple], place: 'HOME' });
      return;
    }
    case 'COUPLE':
    case 'NUCLEAR': {
      const couple = addCouple(draft, shape === 'COUPLE' ? random.between(24, 61) : random.between(28, 54));
      const children = shape === 'NUCLEAR' ? addChildren(draft, couple, drawChildren(draft)) : [];
      draft.registered.push([...couple, ...children]);
      if (!settled && random.chance(0.2)) return;
      const here = children.filter((child) => draft.ageOf(child) < 18 || random.chance(0.35));
      draft.residences.push({
        members: [...couple, ...here],
        place: !settled && random.chance(0.06) ? 'TOWN' : 'HOME',
      });
      return;
    }
    case 'THREE_GENERATIONS':
      return threeGenerations(draft, 'HOME', drawChildren(draft));
    case 'SEPARATED':
      return threeGenerations(draft, 'TOWN', random.chance(0.7) ? 1 : 2, settled);
    case 'LARGE': {
      const elders = addCouple(draft, settled ? 67 : random.between(58, 70));
      const couple = addCouple(draft, draft.ageOf(elders[1]) - 25, { husbandOf: elders });
      const children = addChildren(draft, couple, 3);
      const younger = settled ? [] : addCouple(draft, Math.max(22, draft.ageOf(couple[1]) - 4), { husbandOf: elders });
      const members = [...elders, ...couple, ...children, ...younger];
      draft.registered.push(members);
      draft.residences.push({ members, place: 'HOME' });
      return;
    }
    case 'SINGLE_YOUTH':
    case 'SINGLE_ADULT': {
      const adult = draft.add(
        random.chance(SINGLE_MALE_SHARE) ? '1' : '2',
        shape === 'SINGLE_YOUTH' ? random.between(18, 34) : random.between(35, 66),
      );
      draft.registered.push([adult]);
      if (settled || random.chance(0.7))
        draft.residences.push({ members: [adult], place: !settled && random.chance(0.2) ? 'TOWN' : 'HOME' });
      return;
    }
    case 'SINGLE_PARENT':
      return singleParent(draft);
    case 'LEFT_BEHIND': {
      const elders = addElders(draft, random.between(52, 66), 0.15);
      const couple = addCouple(draft, Math.max(25, draft.ageOf(elders[1]) - random.between(22, 26)), {
        husbandOf: elders,
      });
      const children = addChildren(draft, couple, drawChildren(draft)).filter((child) => draft.ageOf(child) < 16);
      const all = draft.people.map((_, member) => member);
      draft.registered.push(all);
      draft.residences.push({ members: [...elders, ...children], place: 'HOME' });
      return;
    }
    case 'ORPHANED': {
      const elders = addElders(draft, random.between(58, 72), 0.3);
      const couple = addCouple(draft, random.between(33, 42), { husbandOf: elders });
      const children = addChildren(draft, couple, 1);
      for (const parent of couple) draft.bury(parent, random.below(4));
      draft.registered.push([...elders, ...couple, ...children]);
      draft.residences.push({ members: [...elders, ...children], place: 'HOME' });
      return;
    }
    case 'MIGRANT_SINGLE':
    case 'MIGRANT_COUPLE':
    case 'MIGRANT_FAMILY':
      return migrants(draft, shape);
    case 'OVERSEAS': {
      const registration: Registration = random.chance(0.6) ? 'HK_MACAO_TAIWAN' : 'FOREIGN';
      const guest = draft.add(drawSex(draft), random.between(24, 60), { registration });
      const members = [guest];
      if (random.chance(0.5)) {
        const host = draft.add(draft.at(guest).sex === '1' ? '2' : '1', draft.ageOf(guest) + random.between(-1, 2));
        draft.marry(...((draft.at(guest).sex === '1' ? [guest, host] : [host, guest]) as [number, number]));
        draft.registered.push([host]);
        members.unshift(host);
      }
      draft.residences.push({ members, place: random.chance(0.5) ? 'HOME' : 'TOWN' });
      return;
    }
  }
}
