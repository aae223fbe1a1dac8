import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, people } from '../../../tests/kit/entities.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const READ = 'social-insurance.account:read';
const reader = viewer({ scopes: [READ] });
const RECORD = `socialInsurance {
  enrolments { scheme status employer { creditCode name } from to }
  contributionMonths(scheme: EMPLOYEE_PENSION)
  contributions(scheme: EMPLOYEE_PENSION, first: 12) { nodes { month base paidOn } }
  benefits { kind { labelZh } status }
  source { department catalogueId asOf }
}`;

let register: ImportedRegister;
let hundred: readonly string[];
let someone: string;

beforeAll(async () => {
  register = await importedRegister('social-insurance', subgraph);
  const { rows } = await register.database.pool.query(
    'SELECT person_id FROM insured_person ORDER BY person_id LIMIT 100',
  );
  hundred = rows.map(({ person_id }) => person_id);
  someone = register.personId(register.world.notable.everything);
});
afterAll(() => register?.close());

const facts = () => {
  const { family, person } = register.world.notable.everything;
  const { employment, formerEmployments } = register.world.family(family).people[person]!.facts;
  return { job: employment!, former: formerEmployments };
};

describe('Person.socialInsurance', () => {
  it('reads the whole record of a hundred people in one statement a question', async () => {
    await register.ask(entities('Person', RECORD), reader, people(someone));
    const { data, errors, statements } = await register.ask(entities('Person', RECORD), reader, people(...hundred));
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(5);
    expect(data._entities).toHaveLength(100);
    expect(data._entities.every((person: { socialInsurance: object | null }) => person.socialInsurance)).toBe(true);
  });

  it('tells of each person what the agency handed over', async () => {
    const { data, extensions } = await register.ask(entities('Person', RECORD), reader, people(someone));
    const { socialInsurance } = data._entities[0];
    const { job, former } = facts();
    const employer = register.world.employers[job.employer]!;
    expect(socialInsurance.enrolments.slice(0, 3)).toEqual(
      ['EMPLOYEE_PENSION', 'UNEMPLOYMENT', 'WORK_INJURY'].map((scheme) => ({
        scheme,
        status: 'ACTIVE',
        employer: { creditCode: employer.creditCode, name: employer.name },
        from: job.from,
        to: null,
      })),
    );
    expect(socialInsurance.enrolments).toHaveLength(3 + 3 * former.length);
    expect(socialInsurance.contributions.nodes[0]).toMatchObject({ month: '2026-10-01', base: job.base.toFixed(2) });
    expect(socialInsurance.source).toMatchObject({ department: 'social-insurance', catalogueId: '330803/SB/0001' });
    expect(extensions.disclosed.map(({ fields }) => fields).sort()).toEqual(
      ['Person.socialInsurance', ...['benefits', 'contributions', 'enrolments'].map(accountField)].filter(
        (fields) => fields !== accountField('benefits') || socialInsurance.benefits.length > 0,
      ),
    );
    for (const { persons } of extensions.disclosed) expect(persons).toEqual([someone]);
  });

  it('is null for a person whom the agency does not know, without an error', async () => {
    const stranger = register.personId(register.world.notable.nothing);
    const { data, codes } = await register.ask(entities('Person', RECORD), reader, people(stranger, someone));
    expect([data._entities[0].socialInsurance, codes]).toEqual([null, []]);
    expect(data._entities[1].socialInsurance).not.toBeNull();
  });

  it('knows by the number of 18 digits whom the agency wrote with 15', async () => {
    const old = register.personId(register.world.notable.fifteenDigit);
    const { data } = await register.ask(entities('Person', RECORD), reader, people(old));
    expect(data._entities[0].socialInsurance.enrolments.length).toBeGreaterThan(0);
  });

  it('shows the pension that is still paid to the dead', async () => {
    const dead = register.personId(register.world.notable.deceasedPensioner);
    const { data } = await register.ask(
      entities('Person', 'socialInsurance { benefits { status to } }'),
      reader,
      people(dead),
    );
    expect(data._entities[0].socialInsurance.benefits).toEqual([{ status: 'PAYING', to: null }]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await register.ask(entities('Person', RECORD), viewer(), people(someone));
    expect([data._entities, codes, statements]).toEqual([[{ socialInsurance: null }], ['FORBIDDEN'], []]);
  });

  it('answers for the people of the matter alone where the scope is bound to it', async () => {
    const matter = { caseNumber: 'QJ-2026-000001', persons: [someone], households: [] };
    const bound = viewer({ matterScopes: [READ], matter, areas: [] });
    const { data, codes, extensions } = await register.ask(
      entities('Person', RECORD),
      bound,
      people(someone, hundred[0]!),
    );
    expect(data._entities[0].socialInsurance.enrolments.length).toBeGreaterThan(0);
    expect([data._entities[1].socialInsurance, codes]).toEqual([null, ['OUTSIDE_MATTER']]);
    expect(extensions.disclosed.flatMap(({ persons }) => persons)).not.toContain(hundred[0]);
  });

  it('shows nobody outside the areas, save parties of a visible matter', async () => {
    const { family } = register.world.notable.everything;
    const home = register.world.villages[register.world.family(family).village]!.townCode;
    const elsewhere = register.world.villages.find(({ townCode }) => townCode !== home)!.townCode;
    const outside = viewer({ scopes: [READ], areas: [elsewhere] });
    const closed = await register.ask(entities('Person', RECORD), outside, people(someone));
    expect([closed.data._entities[0].socialInsurance, closed.codes]).toEqual([null, []]);
    expect(closed.extensions.disclosed).toEqual([]);
    const admitted = await register.ask(
      entities('Person', RECORD),
      { ...outside, admitted: [someone] },
      people(someone),
    );
    expect(admitted.data._entities[0].socialInsurance.enrolments.length).toBeGreaterThan(0);
  });
});

describe('Enrolment.rawStatus', () => {
  it('keeps the code of the deployment beside the normalised status', async () => {
    const { data } = await register.ask(
      entities('Person', 'socialInsurance { enrolments { status rawStatus { system code labelZh } } }'),
      reader,
      people(someone),
    );
    expect(data._entities[0].socialInsurance.enrolments[0]).toEqual({
      status: 'ACTIVE',
      rawStatus: { system: 'AAC031', code: '1', labelZh: '参保缴费' },
    });
  });
});

describe('Person.socialInsuranceRecord', () => {
  const selection = 'socialInsuranceRecord { name sex birthDate }';

  it('reads a hundred people in one statement, for data quality alone', async () => {
    const quality = viewer({ scopes: ['hub.data-quality:read'] });
    const { data, statements } = await register.ask(
      entities('Person', selection),
      quality,
      people(...hundred, someone),
    );
    const { family, person } = register.world.notable.everything;
    const { name, sex, birthDate } = register.world.family(family).people[person]!;
    expect(statements).toHaveLength(1);
    expect(data._entities.at(-1).socialInsuranceRecord).toEqual({
      name,
      sex: sex === '1' ? 'MALE' : 'FEMALE',
      birthDate,
    });
  });

  it('refuses a viewer who may read accounts only, before reading', async () => {
    const { data, codes, statements } = await register.ask(entities('Person', selection), reader, people(someone));
    expect([data._entities[0].socialInsuranceRecord, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });
});

const accountField = (field: string): string => `SocialInsuranceAccount.${field}`;
