import { firstDayOf } from './calendar.ts';
import type { DocumentKind, Marriage, PersonStatus, Registration, Sex } from './family.ts';
import { IdentitySlots, numberPrefix } from './identity-slots.ts';
import { foreignName, givenName, surname } from './names.ts';
import type { Random } from './random.ts';

/** Share of children who bear their mother's surname. */
const MOTHER_SURNAME_SHARE = 1 / 13;

/** A member of a family that is being made up; days are day numbers. */
export interface DraftPerson {
  documentKind: DocumentKind;
  idNumber: string;
  previousIdNumbers: string[];
  surname: string;
  name: string;
  formerName: string | null;
  sex: Sex;
  birthDay: number;
  birthYear: number;
  status: PersonStatus;
  endedDay: number | null;
  registration: Registration;
  father: number | null;
  mother: number | null;
  /** The current, living spouse. */
  spouse: number | null;
  /** The spouse, or the last one. */
  partner: number | null;
}

/** A marriage of two members. */
export interface DraftMarriage {
  spouses: readonly [number, number];
  status: Marriage['status'];
  day: number;
  endedDay: number | null;
}

/** People who live together, head first: at home in the family's village, or in a community in town. */
export interface DraftResidence {
  members: number[];
  place: 'HOME' | 'TOWN';
}

/** What `add` may be told; the rest is drawn. */
export interface MemberOptions {
  father?: number;
  mother?: number;
  registration?: Registration;
}

/** A family in the making: shapes add members, marry them and say who is registered and who lives with whom. */
export class FamilyDraft {
  readonly people: DraftPerson[] = [];
  readonly marriages: DraftMarriage[] = [];
  readonly registered: number[][] = [];
  readonly residences: DraftResidence[] = [];
  readonly random: Random;
  readonly asOfDay: number;
  readonly asOfYear: number;
  private readonly slots: IdentitySlots;

  constructor(seed: number, family: number, random: Random, asOfDay: number, asOfYear: number) {
    this.random = random;
    this.asOfDay = asOfDay;
    this.asOfYear = asOfYear;
    this.slots = new IdentitySlots(seed, family, asOfDay - 1);
  }

  /** Adds a member of about this age (their year of birth moves where the family has one of that sex and year). */
  add(sex: Sex, age: number, options: MemberOptions = {}): number {
    const { random } = this;
    const { father = null, mother = null, registration = 'REGISTERED' } = options;
    const documentKind: DocumentKind =
      registration === 'FOREIGN'
        ? 'FOREIGN_PERMANENT_RESIDENCE'
        : registration === 'HK_MACAO_TAIWAN'
          ? 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT'
          : 'RESIDENT_ID';
    const identity = this.slots.take(this.asOfYear - age, sex, numberPrefix(documentKind, random.below(3)));
    const parent = this.surnameParent(father, mother);
    const family = parent === null ? surname(random) : (this.people[parent] as DraftPerson).surname;
    const given = givenName(random, sex, identity.birthYear);
    const foreign = registration === 'FOREIGN';
    this.people.push({
      documentKind,
      idNumber: identity.idNumber,
      previousIdNumbers: [],
      surname: family,
      name: foreign ? foreignName(random) : family + given,
      formerName: !foreign && random.chance(0.02) ? family + givenName(random, sex, identity.birthYear) : null,
      sex,
      birthDay: identity.birthDay,
      birthYear: identity.birthYear,
      status: 'ALIVE',
      endedDay: null,
      registration,
      father,
      mother,
      spouse: null,
      partner: null,
    });
    return this.people.length - 1;
  }

  private surnameParent(father: number | null, mother: number | null): number | null {
    if (father === null || mother === null) return father ?? mother;
    return this.random.chance(MOTHER_SURNAME_SHARE) ? mother : father;
  }

  /** The member at this position; throws for one that was never added. */
  at(person: number): DraftPerson {
    const member = this.people[person];
    if (!member) throw new RangeError(`family: expected a member below ${this.people.length}, got ${person}`);
    return member;
  }

  /** Age at asOf by years of birth alone. */
  ageOf(person: number): number {
    return this.asOfYear - this.at(person).birthYear;
  }

  /** Marries two living members, in about this year, never below the lawful ages of 22 and 20. */
  marry(husband: number, wife: number, year?: number): DraftMarriage {
    const [man, woman] = [this.at(husband), this.at(wife)];
    const earliest = Math.max(man.birthYear + 22, woman.birthYear + 20) + 1;
    const wanted = Math.max(earliest, year ?? woman.birthYear + 22 + this.random.below(7));
    const day = Math.min(firstDayOf(wanted) + this.random.below(360), this.asOfDay - 1 - this.random.below(60));
    const marriage: DraftMarriage = { spouses: [husband, wife], status: 'MARRIED', day, endedDay: null };
    this.marriages.push(marriage);
    man.spouse = wife;
    man.partner = wife;
    woman.spouse = husband;
    woman.partner = husband;
    return marriage;
  }

  /** Ends a marriage by divorce, some years after it began. */
  divorce(marriage: DraftMarriage, years: number): void {
    marriage.status = 'DIVORCED';
    marriage.endedDay = Math.min(marriage.day + years * 365 + this.random.below(300), this.asOfDay - 1);
    for (const spouse of marriage.spouses) this.at(spouse).spouse = null;
  }

  /** A member dies some years before asOf, after marriage; whoever was married to them is widowed. */
  bury(person: number, yearsAgo: number): void {
    const member = this.at(person);
    const marriage = this.marriages.find(({ status, spouses }) => status === 'MARRIED' && spouses.includes(person));
    const earliest = (marriage?.day ?? member.birthDay) + 1;
    member.status = 'DECEASED';
    member.endedDay = Math.min(
      this.asOfDay - 1,
      Math.max(earliest, this.asOfDay - yearsAgo * 365 - this.random.below(365)),
    );
    if (!marriage) return;
    marriage.status = 'WIDOWED';
    marriage.endedDay = member.endedDay;
    for (const spouse of marriage.spouses) this.at(spouse).spouse = null;
  }

  /** A living member's registration is cancelled (settled abroad); a marriage goes on. */
  cancel(person: number): void {
    const member = this.at(person);
    member.status = 'CANCELLED';
    member.endedDay = Math.max(member.birthDay + 1, this.asOfDay - this.random.between(30, 1500));
  }

  /** A number that was corrected later: another year of birth, no other person's. */
  giveFormerNumber(person: number): void {
    const member = this.at(person);
    const { idNumber } = this.slots.take(member.birthYear - 1, member.sex, numberPrefix(member.documentKind, 0));
    member.previousIdNumbers.push(idNumber);
  }
}
