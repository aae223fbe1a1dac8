import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, people } from '../../../tests/kit/entities.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const READ = 'medical-insurance.enrolment:read';
const HEALTH = 'medical-insurance.health:read';
const ENROLMENT = `medicalInsurance {
  scheme status rawStatus { system code } from pausedOn place { code labelZh } subsidised source { department asOf }
}`;
const DISEASES = 'medicalInsurance { scheme chronicDiseases { disease { labelZh } from to } }';
const reader = viewer({ scopes: [READ] });

let register: ImportedRegister;
let everybody: readonly string[];
let hundred: readonly string[];
let someone: string;

beforeAll(async () => {
  register = await importedRegister('medical-insurance', subgraph);
  const { rows } = await register.database.pool.query('SELECT DISTINCT person_id FROM enrolment ORDER BY person_id');
  everybody = rows.map(({ person_id }) => person_id);
  hundred = everybody.slice(0, 100);
  someone = register.personId(register.world.notable.everything);
});
afterAll(() => register?.close());

const known = () => {
  const { family, person } = register.world.notable.everything;
  return register.world.family(family).people[person]!;
};

/** Who has rows in these towns, as a statement of the test's own finds them. */
async function peopleWithin(table: string, towns: readonly string[]): Promise<string[]> {
  const { rows } = await register.database.pool.query(
    `SELECT DISTINCT person_id FROM ${table} WHERE left(area_code, 9) = ANY($1) AND person_id = ANY($2)
     ORDER BY person_id`,
    [towns, everybody],
  );
  return rows.map(({ person_id }) => person_id);
}

describe('Person.medicalInsurance', () => {
  it('reads a hundred people in one statement, in the order asked', async () => {
    await register.ask(entities('Person', ENROLMENT), reader, people(someone));
    const backwards = [...hundred].reverse();
    const { data, errors, statements, extensions } = await register.ask(
      entities('Person', `id ${ENROLMENT}`),
      reader,
      people(...backwards),
    );
    expect([errors, statements.length]).toEqual([undefined, 1]);
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
      source: { department: 'medical-insurance' },
    });
  });

  it('tells the newest of several enrolments', async () => {
    const { rows } = await register.database.pool.query(
      `SELECT person_id AS id, max(starts_on) AS newest FROM enrolment GROUP BY 1 HAVING count(*) > 1`,
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
    const { data, codes, statements } = await register.ask(entities('Person', ENROLMENT), asker, people(someone));
    expect([data._entities, codes, statements]).toEqual([[{ medicalInsurance: null }], ['FORBIDDEN'], []]);
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
      const expected = await peopleWithin('enrolment', [town]);
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
  const healthTable = /chronic_entitlement/;

  it('is never read with the enrolment', async () => {
    const { statements } = await register.ask(
      entities('Person', ENROLMENT),
      viewer({ scopes: [READ, HEALTH] }),
      people(...hundred),
    );
    expect(statements.some((text) => healthTable.test(text))).toBe(false);
  });

  it('is refused without a scope of its own, before reading, while the enrolment answers', async () => {
    const { data, codes, statements, extensions } = await register.ask(
      entities('Person', DISEASES),
      reader,
      people(someone),
    );
    expect(data._entities[0].medicalInsurance).toMatchObject({ chronicDiseases: null });
    expect(data._entities[0].medicalInsurance.scheme).toBe(known().facts.medical!.scheme);
    expect(codes).toEqual(['FORBIDDEN']);
    expect(statements.some((text) => healthTable.test(text))).toBe(false);
    expect(extensions.disclosed.map(({ fields }) => fields)).toEqual(['Person.medicalInsurance']);
  });

  it('reads a hundred people in one statement more, newest first', async () => {
    const asker = viewer({ scopes: [READ, HEALTH] });
    const { data, statements } = await register.ask(entities('Person', DISEASES), asker, people(...hundred, someone));
    expect(statements).toHaveLength(2);
    expect(statements.filter((text) => healthTable.test(text))).toHaveLength(1);
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

  it('reads a hundred people in one statement, for data quality alone', async () => {
    const quality = viewer({ scopes: ['hub.data-quality:read'] });
    const { data, statements } = await register.ask(
      entities('Person', selection),
      quality,
      people(...hundred, someone),
    );
    const { name, sex, birthDate } = known();
    expect(statements).toHaveLength(1);
    expect(data._entities.at(-1).medicalInsuranceRecord).toEqual({
      name,
      sex: sex === '1' ? 'MALE' : 'FEMALE',
      birthDate,
    });
  });

  it('refuses a viewer who may read enrolments only, before reading', async () => {
    const { data, codes, statements } = await register.ask(entities('Person', selection), reader, people(someone));
    expect([data._entities[0].medicalInsuranceRecord, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });
});
