import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterLoader } from '../../../schema/kit/register-loader.ts';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { areaByCode } from '../loaders/area-by-code.ts';
import { areasByParent } from '../loaders/areas-by-parent.ts';
import { caseByNumber } from '../loaders/case-by-number.ts';
import { caseCountByFilter, casesByFilter } from '../loaders/cases-by-filter.ts';
import { caseCountByPerson, casesByPerson } from '../loaders/cases-by-person.ts';
import { dispatchById } from '../loaders/dispatch-by-id.ts';
import { dispatchesByCase } from '../loaders/dispatches-by-case.ts';
import { eventsByCase } from '../loaders/events-by-case.ts';
import { findingsByVisit, findingsKey } from '../loaders/findings-by-visit.ts';
import { gridByCode } from '../loaders/grid-by-code.ts';
import { gridByDwelling } from '../loaders/grid-by-dwelling.ts';
import { gridByHousehold } from '../loaders/grid-by-household.ts';
import { gridCountByArea, gridsByArea } from '../loaders/grids-by-area.ts';
import { narrativeByCase } from '../loaders/narrative-by-case.ts';
import { notesByCase } from '../loaders/notes-by-case.ts';
import { openAtDayEnd } from '../loaders/open-at-day-end.ts';
import { openCasesByPerson } from '../loaders/open-cases-by-person.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import { organizationsByKind } from '../loaders/organizations-by-kind.ts';
import { partiesByCase } from '../loaders/parties-by-case.ts';
import { postsByGrid } from '../loaders/posts-by-grid.ts';
import { referencesByCase } from '../loaders/references-by-case.ts';
import { relatedCases } from '../loaders/related-cases.ts';
import { reportById } from '../loaders/report-by-id.ts';
import { reportCountByGrid, reportsByGrid } from '../loaders/reports-by-grid.ts';
import { rosterByKind, rosterCountByKind } from '../loaders/roster-by-kind.ts';
import { summaryByReport, summaryKey } from '../loaders/summary-by-report.ts';
import { teamByCode } from '../loaders/team-by-code.ts';
import { visitById } from '../loaders/visit-by-id.ts';
import { visitCountByDwelling, visitsByDwelling } from '../loaders/visits-by-dwelling.ts';
import { visitCountByHousehold, visitsByHousehold } from '../loaders/visits-by-household.ts';
import { visitCountByPerson, visitsByPerson } from '../loaders/visits-by-person.ts';
import { WHOLE_LIST } from '../loaders/whole-list.ts';
import { openCenter, SCOPES } from './center.ts';

type AnyLoader = RegisterLoader<unknown, never>;
interface Question {
  readonly name: string;
  readonly loader: AnyLoader;
  /** SQL that answers up to a hundred keys. */
  readonly keys: string;
  readonly options?: unknown;
}

const ask = <Value, Arguments>(
  name: string,
  loader: RegisterLoader<Value, Arguments>,
  keys: string,
  ...options: Arguments extends void ? [] : [Arguments]
): Question => ({ name, loader: loader as unknown as AnyLoader, keys, options: options[0] });

const page = { limit: 21, after: null };
const numbers = 'SELECT number AS key FROM governance_case ORDER BY number';
const persons = 'SELECT DISTINCT person_id AS key FROM case_party WHERE person_id IS NOT NULL';
const residents = 'SELECT person_id AS key FROM roster';
const households = 'SELECT DISTINCT household_id AS key FROM household_visit';
const dwellings = 'SELECT DISTINCT dwelling_id AS key FROM household_visit WHERE dwelling_id IS NOT NULL';
const grids = 'SELECT DISTINCT grid_code AS key FROM grid_report';
const whole = `SELECT '${WHOLE_LIST}' AS key`;
const anyone = { kind: null, areaCode: null, notVisitedForDays: null };
const dayEnd = { dayEnd: '2026-10-01T00:00:00+08:00', areaCode: null };

const questions: readonly Question[] = [
  ask('area-by-code', areaByCode, 'SELECT code AS key FROM area'),
  ask('areas-by-parent', areasByParent, 'SELECT DISTINCT parent_code AS key FROM area WHERE length(parent_code) > 6'),
  ask('case-by-number', caseByNumber, numbers),
  ask('cases-by-filter', casesByFilter, whole, { ...page, filter: {} }),
  ask('cases-by-filter, count', caseCountByFilter, whole, { filter: {} }),
  ask('cases-by-person', casesByPerson, persons, { ...page, filter: {} }),
  ask('cases-by-person, count', caseCountByPerson, persons, { filter: {} }),
  ask('dispatch-by-id', dispatchById, 'SELECT id AS key FROM dispatch'),
  ask('dispatches-by-case', dispatchesByCase, 'SELECT DISTINCT case_number AS key FROM dispatch'),
  ask('events-by-case', eventsByCase, numbers),
  ask('findings-by-visit', findingsByVisit, 'SELECT id, household_id FROM household_visit'),
  ask('grid-by-code', gridByCode, 'SELECT code AS key FROM grid'),
  ask(
    'grid-by-dwelling',
    gridByDwelling,
    'SELECT DISTINCT dwelling_id AS key FROM roster WHERE dwelling_id IS NOT NULL',
  ),
  ask('grid-by-household', gridByHousehold, 'SELECT DISTINCT household_id AS key FROM roster'),
  ask('grids-by-area', gridsByArea, 'SELECT DISTINCT area_code AS key FROM grid', { ...page, kind: null }),
  ask('grids-by-area, count', gridCountByArea, 'SELECT DISTINCT area_code AS key FROM grid', { kind: null }),
  ask('narrative-by-case', narrativeByCase, numbers),
  ask('notes-by-case', notesByCase, 'SELECT DISTINCT case_number AS key FROM case_event WHERE note IS NOT NULL'),
  ask('open-at-day-end', openAtDayEnd, whole, dayEnd),
  ask(
    'open-cases-by-person',
    openCasesByPerson,
    `SELECT DISTINCT person_id AS key FROM case_party p JOIN governance_case c ON c.number = p.case_number
     WHERE person_id IS NOT NULL AND status NOT IN ('CLOSED', 'WITHDRAWN', 'MERGED')`,
  ),
  ask('organization-by-code', organizationByCode, 'SELECT code AS key FROM organization'),
  ask('organizations-by-kind', organizationsByKind, whole, { kind: null, stationing: null }),
  ask('parties-by-case', partiesByCase, 'SELECT DISTINCT case_number AS key FROM case_party'),
  ask('posts-by-grid', postsByGrid, 'SELECT DISTINCT grid_code AS key FROM grid_post'),
  ask('references-by-case', referencesByCase, 'SELECT DISTINCT case_number AS key FROM case_reference'),
  ask('report-by-id', reportById, 'SELECT id AS key FROM grid_report'),
  ask('reports-by-grid', reportsByGrid, grids, { ...page, filter: {} }),
  ask('reports-by-grid, count', reportCountByGrid, grids, { filter: {} }),
  ask('roster-by-kind', rosterByKind, whole, { ...page, ...anyone }),
  ask('roster-by-kind, count', rosterCountByKind, whole, anyone),
  ask('summary-by-report', summaryByReport, 'SELECT id, case_number FROM grid_report'),
  ask('team-by-code', teamByCode, 'SELECT code AS key FROM visit_team'),
  ask('visit-by-id', visitById, 'SELECT id AS key FROM household_visit'),
  ask('visits-by-dwelling', visitsByDwelling, dwellings, page),
  ask('visits-by-dwelling, count', visitCountByDwelling, dwellings),
  ask('visits-by-household', visitsByHousehold, households, page),
  ask('visits-by-household, count', visitCountByHousehold, households),
  ask('visits-by-person', visitsByPerson, residents, page),
  ask('visits-by-person, count', visitCountByPerson, residents),
  ask('related-cases', relatedCases, numbers),
];

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

async function keysOf({ name, keys }: Question): Promise<string[]> {
  const { rows } = await center.database.pool.query(`${keys} LIMIT 100`);
  if (name === 'findings-by-visit')
    return rows.map(({ id, household_id: householdId }) => findingsKey({ id, householdId }));
  if (name === 'summary-by-report')
    return rows.map(({ id, case_number: caseNumber }) => summaryKey({ id, caseNumber }));
  return rows.map(({ key }) => key);
}

const isAnswer = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null);

describe.each(questions)('loader $name', (question) => {
  const { loader, options } = question;

  it('answers a batch in one statement', async () => {
    const keys = await keysOf(question);
    const context = center.contextOf(viewer({ scopes: SCOPES }));
    const watch = center.database.watch();
    const answers = await Promise.all(keys.map((key) => loader.load(context, key, options as never)));
    watch.stop();
    expect(watch.texts).toHaveLength(1);
    const answered = answers.filter(isAnswer);
    if (question.loader === (relatedCases as unknown)) expect(answered.length).toBeGreaterThan(0);
    else if (!question.name.startsWith('visits-by-person')) expect(answered).toHaveLength(keys.length);
  });
});

describe.each(questions.filter(({ loader }) => loader.scope !== null))('loader $name', (question) => {
  const { loader, options } = question;

  it('refuses without its scope, and under a matter that is about others', async () => {
    const [key = ''] = await keysOf(question);
    const watch = center.database.watch();
    const without = center.contextOf(viewer({ scopes: SCOPES.filter((scope) => scope !== loader.scope) }));
    await expect(loader.load(without, key, options as never)).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    const matter = { caseNumber: 'QJ-0000-000000', persons: [], households: [] };
    const others = center.contextOf(viewer({ matterScopes: SCOPES, matter }));
    const answer = await loader.load(others, key, options as never).catch((fault) => fault.extensions.code);
    watch.stop();
    // A dwelling or a visit does not tell from its key whom it is about: the register is asked, and tells nothing.
    if (/dwelling|by-id/.test(question.name)) expect(answer).not.toSatisfy(isAnswerOfSomebody);
    else {
      expect(answer).toBe('OUTSIDE_MATTER');
      expect(watch.texts).toEqual([]);
    }
  });

  it('shows nothing outside the viewer’s areas', async () => {
    const keys = await keysOf(question);
    const context = center.contextOf(viewer({ scopes: SCOPES, areas: [] }));
    const answers = await Promise.all(keys.map((key) => loader.load(context, key, options as never)));
    expect(answers.filter(isAnswerOfSomebody)).toEqual([]);
  });
});

/** A count of nothing is an answer, and shows nothing. */
const isAnswerOfSomebody = (value: unknown) =>
  isAnswer(value) && value !== 'OUTSIDE_MATTER' && (value as { count?: number }).count !== 0;
