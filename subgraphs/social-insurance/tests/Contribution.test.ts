import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, people } from '../../../tests/kit/entities.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const reader = viewer({ scopes: ['social-insurance.account:read'] });

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

describe('SocialInsuranceAccount.contributions', () => {
  const list = (rest: string) =>
    entities(
      'Person',
      `socialInsurance { contributions(${rest}) { nodes { scheme month } pageInfo { hasNextPage endCursor } totalCount } }`,
    );
  const page = async (rest: string, asker = reader) => {
    const answer = await register.ask(list(rest), asker, people(someone));
    return { ...answer, contributions: answer.data._entities[0].socialInsurance?.contributions };
  };

  it('walks all pages, newest first, each row once', async () => {
    const walked: { scheme: string; month: string }[] = [];
    let after = '';
    let total = 0;
    for (;;) {
      const { contributions } = await page(`first: 10${after}`);
      walked.push(...contributions.nodes);
      total = contributions.totalCount;
      if (!contributions.pageInfo.hasNextPage) break;
      after = `, after: "${contributions.pageInfo.endCursor}"`;
    }
    const keys = walked.map(({ scheme, month }) => `${month} ${scheme}`);
    expect(new Set(keys).size).toBe(total);
    expect(keys).toHaveLength(total);
    expect(walked.map(({ month }) => month)).toEqual(
      walked
        .map(({ month }) => month)
        .sort()
        .reverse(),
    );
    expect(total % 3).toBe(0);
  });

  it('pages twenty-four rows unless told', async () => {
    const { contributions } = await page('after: null');
    const all = await page('first: 100');
    expect(all.contributions.totalCount).toBeGreaterThan(24);
    expect(contributions.nodes).toEqual(all.contributions.nodes.slice(0, 24));
  });

  it('keeps to the scheme and the months asked for, the last day excluded', async () => {
    const { contributions } = await page('scheme: UNEMPLOYMENT, from: "2026-07-01", to: "2026-10-01"');
    expect(contributions.nodes).toEqual(
      ['2026-09-01', '2026-08-01', '2026-07-01'].map((month) => ({ scheme: 'UNEMPLOYMENT', month })),
    );
    expect(contributions.totalCount).toBe(3);
  });

  it('counts only when the count is selected', async () => {
    const { statements } = await register.ask(
      entities('Person', 'socialInsurance { contributions { nodes { month } } }'),
      reader,
      people(...hundred),
    );
    expect(statements).toHaveLength(2);
    const counted = await register.ask(
      entities('Person', 'socialInsurance { contributions { totalCount } }'),
      reader,
      people(...hundred),
    );
    expect(counted.statements.filter((text) => text.includes('count(*)'))).toHaveLength(1);
  });

  it('refuses a cursor of another filter or viewer', async () => {
    const { contributions } = await page('first: 1');
    const { endCursor } = contributions.pageInfo;
    expect((await page(`first: 1, scheme: WORK_INJURY, after: "${endCursor}"`)).codes).toEqual(['INVALID_CURSOR']);
    expect((await page(`first: 1, after: "${endCursor}"`, { ...reader, user: 'another' })).codes).toEqual([
      'INVALID_CURSOR',
    ]);
  });
});

describe('SocialInsuranceAccount.contributionMonths', () => {
  it('counts the months that were paid, of each scheme for itself', async () => {
    const { data, statements } = await register.ask(
      entities(
        'Person',
        `socialInsurance { pension: contributionMonths(scheme: EMPLOYEE_PENSION)
          resident: contributionMonths(scheme: RESIDENT_PENSION)
          contributions(scheme: EMPLOYEE_PENSION, first: 100) { nodes { paidOn } } }`,
      ),
      reader,
      people(...hundred, someone),
    );
    expect(statements).toHaveLength(4);
    const accounts = data._entities.map(({ socialInsurance }: { socialInsurance: object }) => socialInsurance);
    for (const { pension, contributions } of accounts) {
      expect(pension).toBe(contributions.nodes.filter(({ paidOn }: { paidOn: string | null }) => paidOn).length);
    }
    expect(accounts.at(-1).pension).toBeGreaterThan(0);
    expect(accounts.at(-1).resident).toBe(0);
  });
});
