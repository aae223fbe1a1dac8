import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../tests/kit/entities.ts';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { openCenter, SCOPES } from './center.ts';

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

const officer = viewer({ scopes: SCOPES });
const everything = () => center.personId(center.world.notable.everything);
const askPerson = (selection: string, asker = officer, id = everything(), more = {}) =>
  center.ask(entities('Person', selection), asker, { of: [{ __typename: 'Person', id, ...more }] });

describe('Person.openCases and Person.cases', () => {
  it('find the cases a person is party to', async () => {
    const { number } = center.world.matter(center.world.notable.everything.matter);
    const { data, errors } = await askPerson(
      'openCases { number holder { name } } cases(first: 5) { totalCount nodes { number status } }',
    );
    expect(errors).toBeUndefined();
    const [person] = data._entities;
    expect(person.openCases).toEqual([{ number, holder: { name: '区社会治理中心' } }]);
    expect(person.cases.nodes.map((node: { number: string }) => node.number)).toContain(number);
    expect(person.cases.totalCount).toBe(person.cases.nodes.length);
  });

  it('enter the person as disclosed', async () => {
    const { extensions } = await askPerson('openCases { number }');
    expect(extensions.disclosed).toEqual([{ fields: 'Person.openCases', persons: [everything()] }]);
  });

  it('keep the history of others shut under a matter', async () => {
    const { number } = center.world.matter(center.world.notable.everything.matter);
    const handler = viewer({
      scopes: ['governance-center.case:read'],
      matterScopes: ['governance-center.case:history'],
      matter: { caseNumber: number, persons: [everything()], households: [] },
    });
    const own = await askPerson('cases { nodes { number } }', handler);
    expect(own.data._entities[0].cases.nodes).toContainEqual({ number });
    const other = await askPerson('cases { nodes { number } }', handler, center.personId({ family: 0, person: 0 }));
    expect(other.codes).toEqual(['OUTSIDE_MATTER']);
  });
});

describe('visits', () => {
  it('are found by person, household and dwelling alike', async () => {
    const {
      rows: [visit],
    } = await center.database.pool.query(
      `SELECT v.id, v.household_id, v.dwelling_id, r.person_id FROM household_visit v JOIN roster r USING (household_id)
       WHERE v.dwelling_id IS NOT NULL AND v.findings IS NOT NULL ORDER BY v.id LIMIT 1`,
    );
    const selection =
      'visits { totalCount nodes { id at household { id } team { name slots { role member } } findings cases { number } } }';
    const [person, household, dwelling] = await Promise.all(
      [
        ['Person', visit.person_id] as const,
        ['Household', visit.household_id] as const,
        ['Dwelling', visit.dwelling_id] as const,
      ].map(async ([typeName, id]) => {
        const { data, errors } = await center.ask(entities(typeName, selection), officer, {
          of: [{ __typename: typeName, id }],
        });
        expect(errors).toBeUndefined();
        return data._entities[0].visits;
      }),
    );
    expect(household).toEqual(person);
    expect(dwelling).toEqual(person);
    expect(person.nodes.map(({ id }: { id: string }) => id)).toContain(visit.id);
    expect(person.nodes[0].team.slots.length).toBeGreaterThanOrEqual(5);
  });

  it('keep their findings shut without the narrative scope', async () => {
    const { rows } = await center.database.pool.query('SELECT household_id FROM household_visit LIMIT 1');
    const reader = viewer({ scopes: ['governance-center.visit:read'] });
    const of = [{ __typename: 'Household', id: rows[0].household_id }];
    const query = entities('Household', 'visits(first: 1) { nodes { at findings } }');
    const { data, codes, statements } = await center.ask(query, reader, { of });
    expect(data._entities[0].visits.nodes[0].findings).toBeNull();
    expect(codes).toEqual(['FORBIDDEN']);
    expect(statements.filter((text) => text.includes('findings'))).toEqual([]);
  });
});

describe('Household.grid and Dwelling.grid', () => {
  it('are the grid of the roster, in one statement', async () => {
    const { rows } = await center.database.pool.query(
      `SELECT DISTINCT ON (household_id) household_id, grid_code FROM roster r
       WHERE EXISTS (SELECT FROM grid g WHERE g.code = r.grid_code) ORDER BY household_id, person_id LIMIT 50`,
    );
    const of = rows.map(({ household_id: id }) => ({ __typename: 'Household', id }));
    const { data, statements } = await center.ask(entities('Household', 'grid { id code }'), viewer(), { of });
    expect(data._entities).toEqual(rows.map(({ grid_code: code }) => ({ grid: { id: code, code } })));
    expect(statements).toHaveLength(1);
  });
});

describe('Person.discrepancies', () => {
  const record = { name: '吴某', sex: 'MALE', birthDate: '1950-01-01' };
  const records = {
    publicSecurityRecord: record,
    civilAffairsRecord: record,
    socialInsuranceRecord: { ...record, birthDate: '1951-01-01' },
    medicalInsuranceRecord: null,
  };

  it('tells which registers agree, and none of their values', async () => {
    const { data, statements } = await askPerson(
      'discrepancies { attribute agreeing correction { id } }',
      officer,
      everything(),
      records,
    );
    expect(data._entities[0].discrepancies).toEqual([
      {
        attribute: 'birthDate',
        agreeing: [['public-security', 'civil-affairs'], ['social-insurance']],
        correction: null,
      },
    ]);
    expect(statements).toEqual([]);
  });

  it('is empty where all agree, and where one register alone knows the person', async () => {
    const agreed = await askPerson('discrepancies { attribute }', officer, everything(), {
      ...records,
      socialInsuranceRecord: record,
    });
    const alone = await askPerson('discrepancies { attribute }', officer, everything(), {
      publicSecurityRecord: record,
    });
    expect([agreed, alone].map(({ data }) => data._entities[0].discrepancies)).toEqual([[], []]);
  });

  it('is refused without hub.data-quality:read', async () => {
    const { codes } = await askPerson(
      'discrepancies { attribute }',
      viewer({ scopes: ['governance-center.case:read'] }),
      everything(),
      records,
    );
    expect(codes).toEqual(['FORBIDDEN']);
  });
});
