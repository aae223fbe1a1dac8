import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterLoader } from '../../../schema/kit/register-loader.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { accountByPerson } from '../loaders/account-by-person.ts';
import { benefitsByPerson } from '../loaders/benefits-by-person.ts';
import { contributionMonthsByPerson } from '../loaders/contribution-months-by-person.ts';
import { contributionCountByPerson, contributionsByPerson } from '../loaders/contributions-by-person.ts';
import { enrolmentsByPerson } from '../loaders/enrolments-by-person.ts';
import { registerRecordByPerson } from '../loaders/register-record-by-person.ts';
import { subgraph } from '../subgraph.ts';

const READ = 'social-insurance.account:read';
const QUALITY = 'hub.data-quality:read';
type AnyLoader = RegisterLoader<unknown, unknown>;
const ask = (name: string, scope: string, rows: string, loader: unknown, options?: unknown) => ({
  name,
  scope,
  /** Rows that the question finds, of everybody. */
  rows,
  loader: loader as AnyLoader,
  options,
});
const questions = [
  ask('accountByPerson', READ, 'insured_person', accountByPerson),
  ask('enrolmentsByPerson', READ, 'enrolment', enrolmentsByPerson),
  ask('contributionsByPerson', READ, 'contribution', contributionsByPerson, { limit: 13, after: null }),
  ask('contributionCountByPerson', READ, 'contribution', contributionCountByPerson, {}),
  ask(
    'contributionMonthsByPerson',
    READ,
    "(SELECT * FROM contribution WHERE scheme_code = '170' AND paid_on IS NOT NULL)",
    contributionMonthsByPerson,
    { scheme: 'RESIDENT_PENSION' },
  ),
  ask('benefitsByPerson', READ, 'benefit', benefitsByPerson),
  ask('registerRecordByPerson', QUALITY, 'insured_person', registerRecordByPerson),
];

let register: ImportedRegister;
let everybody: readonly string[];

beforeAll(async () => {
  register = await importedRegister('social-insurance', subgraph);
  const { rows } = await register.database.pool.query('SELECT person_id FROM insured_person ORDER BY person_id');
  everybody = rows.map(({ person_id }) => person_id);
});
afterAll(() => register?.close());

const isEmpty = (answer: unknown): boolean => answer === null || (Array.isArray(answer) && answer.length === 0);

describe.each(questions)('$name', ({ scope, rows, loader, options }) => {
  const loadAll = async (asker: ReturnType<typeof viewer>, ids: readonly string[]) => {
    const context = register.contextOf(asker);
    const before = register.database.statements;
    const answers = await Promise.allSettled(ids.map((id) => loader.load(context, id, options)));
    return { answers, statements: register.database.statements - before, context };
  };
  const shown = (answers: readonly PromiseSettledResult<unknown>[]) =>
    everybody.filter((_, index) => {
      const answer = answers[index];
      return answer?.status === 'fulfilled' && !isEmpty(answer.value);
    });

  it('asks the register once for a hundred people', async () => {
    const { answers, statements } = await loadAll(viewer({ scopes: [scope] }), everybody.slice(0, 100));
    expect(statements).toBe(1);
    expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('refuses without the scope, before reading', async () => {
    const { answers, statements } = await loadAll(
      viewer({ scopes: ['social-insurance.account:statistics'] }),
      everybody,
    );
    expect(statements).toBe(0);
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
  });

  it('finds rows of the viewer’s areas alone, and discloses those only', async () => {
    const towns = [...new Set(register.world.villages.map(({ townCode }) => townCode))];
    for (const areas of [...towns.map((town) => [town]), towns, []]) {
      const { answers, context } = await loadAll(viewer({ scopes: [scope], areas }), everybody);
      const expected = await peopleWithin(rows, areas);
      expect(shown(answers)).toEqual(expected);
      expect([...context.disclosed.values()].flatMap((persons) => [...persons]).sort()).toEqual(expected);
    }
    expect((await peopleWithin(rows, towns)).length).toBeGreaterThan(10);
  });

  it('answers for the matter’s people alone where the scope is bound to it', async () => {
    const [one = '', other = ''] = everybody;
    const matter = { caseNumber: null, persons: [one], households: [] };
    const { answers } = await loadAll(viewer({ matterScopes: [scope], matter }), [one, other]);
    expect(answers[0]?.status).toBe('fulfilled');
    expect(codeOf(answers[1] as PromiseSettledResult<unknown>)).toBe('OUTSIDE_MATTER');
  });
});

/** Who has rows in these areas, as a statement of the test's own finds them. */
async function peopleWithin(rows: string, areas: readonly string[]): Promise<string[]> {
  const found = await register.database.pool.query(
    `SELECT DISTINCT person_id FROM ${rows} r WHERE left(area_code, 9) = ANY($1) AND person_id = ANY($2)
     ORDER BY person_id`,
    [areas, everybody],
  );
  return found.rows.map(({ person_id }) => person_id);
}

function codeOf(answer: PromiseSettledResult<unknown>): unknown {
  return answer.status === 'rejected' ? answer.reason.extensions?.code : null;
}
