import { v7 as uuidv7 } from 'uuid';
import type { CanonicalNumber } from '../../columns/column-rule.ts';
import type { BatchSummary, LinkRegister, Supersession } from '../../link-register.ts';

/** A link register that forgets everything with the process, and lets tests look at what it was told. */
export class MemoryLinkRegister implements LinkRegister {
  readonly ids = new Map<string, string>();
  readonly areas = new Map<string, string>();
  readonly batches: BatchSummary[] = [];
  readonly calls: { kind: string; asked: number }[] = [];
  readonly merged: Supersession[] = [];
  isDown = false;

  persons = async (numbers: readonly CanonicalNumber[]): Promise<string[]> =>
    this.#idsOf(
      'person',
      numbers.map(({ canonical }) => canonical),
    );
  households = async (numbers: readonly string[]): Promise<string[]> => this.#idsOf('household', numbers);
  dwellings = async (codes: readonly string[]): Promise<string[]> => this.#idsOf('dwelling', codes);

  async samePerson(pairs: readonly { current: CanonicalNumber; previous: CanonicalNumber }[]): Promise<void> {
    for (const { current, previous } of pairs) this.#same('person', current.canonical, previous.canonical);
  }

  async sameHousehold(pairs: readonly { current: string; previous: string }[]): Promise<void> {
    for (const { current, previous } of pairs) this.#same('household', current, previous);
  }

  async publishAreas(areas: readonly { person: string; areaCode: string }[]): Promise<void> {
    for (const { person, areaCode } of areas) this.areas.set(person, areaCode);
  }

  async publishHouseholdAreas(areas: readonly { household: string; areaCode: string }[]): Promise<void> {
    for (const { household, areaCode } of areas) this.areas.set(household, areaCode);
  }

  async areasOf(persons: readonly string[]): Promise<Map<string, string>> {
    return new Map(
      persons.flatMap((person) => (this.areas.has(person) ? [[person, this.areas.get(person) as string]] : [])),
    );
  }

  numbersKnownBy = async () => 0;

  superseded = async () => ({ persons: this.merged, households: [] });

  async receiveBatch(summary: BatchSummary): Promise<void> {
    if (this.isDown) throw new Error('The link register is down.');
    if (!this.batches.some(({ id }) => id === summary.id)) this.batches.push(summary);
  }

  #idsOf(kind: string, numbers: readonly string[]): string[] {
    this.calls.push({ kind, asked: numbers.length });
    return numbers.map((number) => this.#idOf(kind, number));
  }

  #idOf(kind: string, number: string): string {
    const key = `${kind} ${number}`;
    let id = this.ids.get(key);
    if (id === undefined) this.ids.set(key, (id = uuidv7()));
    return id;
  }

  #same(kind: string, current: string, previous: string): void {
    const survivor = this.#idOf(kind, previous);
    const loser = this.ids.get(`${kind} ${current}`);
    if (loser !== undefined && loser !== survivor) this.merged.push({ loser, survivor });
    this.ids.set(`${kind} ${current}`, survivor);
  }
}
