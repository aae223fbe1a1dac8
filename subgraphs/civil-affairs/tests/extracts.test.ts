import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { Person, PersonRef } from '../../../schema/synthetic/world.ts';
import { entities, people } from '../../../tests/kit/entities.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const asker = viewer({
  scopes: ['marriage', 'care', 'assistance']
    .map((noun) => `civil-affairs.${noun}:read`)
    .concat('hub.data-quality:read'),
});

let register: ImportedRegister;

beforeAll(async () => {
  register = await importedRegister('civil-affairs', subgraph);
});
afterAll(() => register?.close());

const at = ({ family, person }: PersonRef) => {
  const found = register.world.family(family);
  return { family: found, person: found.people[person] as Person };
};
const askPerson = async (ref: PersonRef, selection: string) => {
  const { data } = await register.ask(entities('Person', selection), asker, people(register.personId(ref)));
  return data._entities[0];
};

describe('the bureau’s extracts', () => {
  it('come in whole but for what is dirty', async () => {
    const { rows } = await register.database.pool.query<{ layout: string; share: number }>(
      `SELECT layout, sum(accepted)::float / sum(rows) AS share FROM exchange.import_batch GROUP BY layout ORDER BY layout`,
    );
    expect(rows.map(({ layout }) => layout)).toEqual([
      'allowances',
      'assistance-beneficiaries',
      'care-tags',
      'marriages',
      'service-recipients',
      'social-assistance',
    ]);
    for (const { layout, share } of rows) expect(share, layout).toBeGreaterThan(0.9);
  });

  it('tell of an elderly person who lives alone since when that is so', async () => {
    const { careTags } = await askPerson(register.world.notable.loneElder, 'careTags { kind since until }');
    expect(careTags).toContainEqual({ kind: 'LIVES_ALONE_ELDERLY', since: expect.any(String), until: null });
  });

  it('tell of somebody whom every register knows: marriage, allowances and assistance as they are', async () => {
    const ref = register.world.notable.everything;
    const { family, person } = at(ref);
    const answer = await askPerson(
      ref,
      `marriages { status spouses { id } } allowances { kind monthlyAmount status }
       socialAssistance { kind monthlyAmount beneficiaries { id } } civilAffairsRecord { name birthDate }`,
    );
    const idOf = (index: number) => ({ id: register.personId({ family: family.index, person: index }) });
    const own = family.marriages.filter(({ spouses }) => spouses.includes(ref.person));
    expect(own.length).toBeGreaterThan(0);
    expect(answer.marriages).toHaveLength(own.length);
    expect(answer.marriages).toEqual(
      expect.arrayContaining(own.map(({ status, spouses }) => ({ status, spouses: spouses.map(idOf) }))),
    );
    expect(answer.allowances).toEqual(
      expect.arrayContaining(
        person.facts.allowances.map(({ kind, monthlyAmount, status }) => ({ kind, monthlyAmount, status })),
      ),
    );
    expect(answer.socialAssistance).toEqual([
      {
        kind: family.assistance?.kind,
        monthlyAmount: family.assistance?.monthlyAmount,
        beneficiaries: family.assistance?.beneficiaries.map(idOf),
      },
    ]);
    expect(answer.civilAffairsRecord).toEqual({ name: person.name, birthDate: person.birthDate });
  });

  it('give allowances, whose file tells no place, the area where the person lives', async () => {
    const places = new Map<string, string>();
    for (let index = 0; index < register.world.families; index++) {
      const family = register.world.family(index);
      for (const person of family.people) {
        places.set(register.personId(person.ref), residenceCode(register.world, family, person));
      }
    }
    const { rows } = await register.database.pool.query<{ person: string; area: string }>(
      'SELECT person_id AS person, area_code AS area FROM allowance',
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { person, area } of rows) expect(area).toBe(places.get(person));
  });

  it('give the dead no care tags', async () => {
    const { careTags } = await askPerson(register.world.notable.deceasedPensioner, 'careTags { kind }');
    expect(careTags).toEqual([]);
  });

  it('tell nothing of somebody known to the population register alone', async () => {
    const answer = await askPerson(
      register.world.notable.nothing,
      'marriages { id } careTags { kind } allowances { id } socialAssistance { id } civilAffairsRecord { name }',
    );
    expect(answer).toEqual({
      marriages: [],
      careTags: [],
      allowances: [],
      socialAssistance: [],
      civilAffairsRecord: null,
    });
  });
});
