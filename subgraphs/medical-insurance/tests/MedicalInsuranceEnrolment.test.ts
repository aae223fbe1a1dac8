import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, people } from '../../../tests/kit/entities.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { systemOf } from '../connection/systems.ts';
import { type Bureau, openBureau } from './bureau.ts';

const READ = 'medical-insurance.enrolment:read';
const HEALTH = 'medical-insurance.health:read';
const ENROLMENT = `medicalInsurance {
  scheme status rawStatus { system code } from pausedOn place { code labelZh } subsidised source { department asOf }
}`;
const DISEASES = 'medicalInsurance { scheme chronicDiseases { disease { labelZh } from to } }';
const reader = viewer({ scopes: [READ] });

let register: Bureau;
let everybody: readonly string[];
let hundred: readonly string[];
let someone: string;

beforeAll(async () => {
  register = await openBureau();
  everybody = register.rows('SELECT DISTINCT person_id AS id FROM enrolment ORDER BY 1').map(({ id }) => id);
  hundred = everybody.slice(0, 100);
  someone = register.personId(register.world.notable.everything);
});
afterAll(() => register?.close());

const known = () => {
  const { family, person } = register.world.notable.everything;
  return register.world.family(family).people[person]!;
};

/** Who has an enrolment in a town, as a statement of the test's own finds them. */
const peopleWithin = (town: string): string[] =>
  register
    .rows('SELECT DISTINCT person_id AS id FROM enrolment WHERE substr(area_code, 1, 9) = ? ORDER BY 1', town)
    .map(({ id }) => id);

describe('Person.medicalInsurance', () => {
  it('reads a hundred people in two calls of fifty, and keeps the order asked', async () => {
    await register.ask(entities('Person', ENROLMENT), reader, people(someone));
    const backwards = [...hundred].reverse();
    const { data, errors, statements, calls, extensions } = await register.ask(
      entities('Person', `id ${ENROLMENT}`),
      reader,
      people(...backwards),
    );
    expect([errors, statements, calls]).toEqual([undefined, [], 2]);
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(backwards);
    expect(extensions.disclosed.map(({ fields }) => fields)).toEqual(['Person.medicalInsurance']);
    expect(extensions.disclosed[0]?.persons.toSorted()).toEqual(hundred);
  });

  it('tells the enrolment that the bureau handed over', async () => {
    const { data } = await register.ask(entities('Person', ENROLMENT), reader, people(someone));
    const { scheme, from, subsidised } = known().facts.medical!;
    expect(data._entities[0].medicalInsurance).toMatchObject({
      scheme,
      status: 'ACTIVE',
      rawStatus: { system: 'psn_insu_stas', code: '1' },
      from,
      pausedOn: null,
      subsidised,
      source: {
        department: 'medical-insurance',
        asOf: register.rows<{ asOf: string }>(`SELECT max(as_of) AS asOf FROM batch WHERE layout = 'enrolments'`)[0]
          ?.asOf,
      },
    });
  });

  it('tells the newest of several enrolments', async () => {
    const rows = register.rows<{ id: string; newest: string }>(
      'SELECT person_id AS id, max(starts_on) AS newest FROM enrolment GROUP BY 1 HAVING count(*) > 1',
    );
    expect(rows.length).toBeGreaterThan(10);
    const { data } = await register.ask(entities('Person', ENROLMENT), reader, people(...rows.map(({ id }) => id)));
    expect(
      data._entities.map(({ medicalInsurance }: { medicalInsurance: { from: string } }) => medicalInsurance.from),
    ).toEqual(rows.map(({ newest }) => newest));
  });

  it('is null for a person whom the bureau does not know, without an error', async () => {
    const stranger = register.personId(register.world.notable.nothing);
    const { data, codes } = await register.ask(entities('Person', ENROLMENT), reader, people(stranger));
    expect([data._entities[0].medicalInsurance, codes]).toEqual([null, []]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const asker = viewer({ scopes: [HEALTH, 'medical-insurance.enrolment:statistics'] });
    const { data, codes, calls } = await register.ask(entities('Person', ENROLMENT), asker, people(someone));
    expect([data._entities, codes, calls]).toEqual([[{ medicalInsurance: null }], ['FORBIDDEN'], 0]);
  });

  it('answers for the people of the matter alone where the scope is bound to it', async () => {
    const matter = { caseNumber: 'QJ-2026-000001', persons: [someone], households: [] };
    const bound = viewer({ matterScopes: [READ], matter, areas: [] });
    const { data, codes } = await register.ask(entities('Person', ENROLMENT), bound, people(someone, hundred[0]!));
    expect(data._entities[0].medicalInsurance.status).toBe('ACTIVE');
    expect([data._entities[1].medicalInsurance, codes]).toEqual([null, ['OUTSIDE_MATTER']]);
  });

  it('shows the people of the viewer’s areas alone, save parties of a visible matter', async () => {
    for (const town of new Set(register.world.villages.map(({ townCode }) => townCode))) {
      const asker = viewer({ scopes: [READ], areas: [town] });
      const { data, extensions } = await register.ask(
        entities('Person', 'id medicalInsurance { status }'),
        asker,
        people(...everybody),
      );
      const expected = peopleWithin(town);
      const shown = data._entities.filter(
        ({ medicalInsurance }: { medicalInsurance: object | null }) => medicalInsurance,
      );
      expect(shown.map(({ id }: { id: string }) => id)).toEqual(expected);
      expect(extensions.disclosed.flatMap(({ persons }) => persons).toSorted()).toEqual(expected);
    }
    const party = viewer({ scopes: [READ], areas: [], admitted: [someone] });
    const { data } = await register.ask(entities('Person', ENROLMENT), party, people(someone, hundred[0]!));
    expect(
      data._entities.map(({ medicalInsurance }: { medicalInsurance: object | null }) => !!medicalInsurance),
    ).toEqual([true, false]);
  });
});

describe('MedicalInsuranceEnrolment.chronicDiseases', () => {
  it('is never asked for with the enrolment', async () => {
    const told = await systemOf(register.database).lookUp('enrolments', [someone]);
    expect(told.get(someone)?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([...told])).not.toMatch(/disease/i);
  });

  it('is refused without a scope of its own, before reading, while the enrolment answers', async () => {
    const { data, codes, calls, extensions } = await register.ask(
      entities('Person', DISEASES),
      reader,
      people(someone),
    );
    expect(data._entities[0].medicalInsurance).toMatchObject({ chronicDiseases: null });
    expect(data._entities[0].medicalInsurance.scheme).toBe(known().facts.medical!.scheme);
    expect(codes).toEqual(['FORBIDDEN']);
    // The enrolment's own.
    expect(calls).toBe(1);
    expect(extensions.disclosed.map(({ fields }) => fields)).toEqual(['Person.medicalInsurance']);
  });

  it('reads fifty people in one call more, newest first', async () => {
    const asker = viewer({ scopes: [READ, HEALTH] });
    const fifty = people(...hundred.filter((id) => id !== someone).slice(0, 49), someone);
    const { data, calls } = await register.ask(entities('Person', DISEASES), asker, fifty);
    expect(calls).toBe(2);
    const { chronicDiseases } = data._entities.at(-1).medicalInsurance;
    const from = known().facts.chronicDiseases.map((disease) => disease.from);
    expect(chronicDiseases.map((disease: { from: string }) => disease.from)).toEqual(from.toSorted().reverse());
    expect(chronicDiseases.length).toBeGreaterThan(0);
    expect(chronicDiseases[0].disease.labelZh).toMatch(/\p{Script=Han}/u);
  });

  it('answers for the people of the matter alone where only health is bound to it', async () => {
    const matter = { caseNumber: 'QJ-2026-000001', persons: [someone], households: [] };
    const bound = viewer({ scopes: [READ], matterScopes: [HEALTH], matter });
    const { data, codes } = await register.ask(entities('Person', DISEASES), bound, people(someone, hundred[0]!));
    expect(data._entities[0].medicalInsurance.chronicDiseases.length).toBeGreaterThan(0);
    expect(data._entities[1].medicalInsurance.chronicDiseases).toBeNull();
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });
});

describe('Person.medicalInsuranceRecord', () => {
  const selection = 'medicalInsuranceRecord { name sex birthDate }';

  it('reads fifty people in one call, for data quality alone', async () => {
    const quality = viewer({ scopes: ['hub.data-quality:read'] });
    const fifty = people(...hundred.filter((id) => id !== someone).slice(0, 49), someone);
    const { data, calls } = await register.ask(entities('Person', selection), quality, fifty);
    const { name, sex, birthDate } = known();
    expect(calls).toBe(1);
    expect(data._entities.at(-1).medicalInsuranceRecord).toEqual({
      name,
      sex: sex === '1' ? 'MALE' : 'FEMALE',
      birthDate,
    });
  });

  it('refuses a viewer who may read enrolments only, before reading', async () => {
    const { data, codes, calls } = await register.ask(entities('Person', selection), reader, people(someone));
    expect([data._entities[0].medicalInsuranceRecord, codes, calls]).toEqual([null, ['FORBIDDEN'], 0]);
  });
});
