import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';

/** One request to the hub, and the variables that say the same to a server that answers nothing else. */
export interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const operations = resolve(import.meta.dirname, '..', 'journeys', 'operations');
const personRecord = readFileSync(join(operations, 'person-record.graphql'), 'utf8');
const docketPage = readFileSync(join(operations, 'docket-page.graphql'), 'utf8');

/** How many officers ask in turn, each with a token of their own. */
const OFFICERS = 40;
const LIVE = ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS'];

/** `PersonRecord` of every party to a live matter of comprehensive support, asked by officers of whoever holds it. */
export async function personRecords(registers: OpenRegisters, dataDirectory: string): Promise<Question[]> {
  const { rows } = await registers
    .database('governance-center')
    .pool.query<Record<'number' | 'person' | 'holder', string>>(
      `SELECT c.number, p.person_id AS person, c.holder_code AS holder
     FROM governance_case c JOIN case_party p ON p.case_number = c.number
     WHERE c.category = 'comprehensive-support' AND c.status = ANY($1::text[]) AND c.holder_code IS NOT NULL
       AND p.person_id IS NOT NULL
     ORDER BY c.number, p.person_id`,
      [LIVE],
    );
  const keys = await openTokenKeys(dataDirectory);
  return Promise.all(
    rows.map(async ({ number, person, holder }, index) => {
      const user = `officer-${index % OFFICERS}`;
      const token = await issueToken(keys, { persona: 'case-handler', organization: holder, user });
      const purpose = { 'x-purpose': 'case-handling', 'x-case': number };
      return question(personRecord, { person }, token, purpose);
    }),
  );
}

/** `DocketPage` of every town and of the villages with most cases, whole and live matters alone, each asked from there. */
export async function docketPages(registers: OpenRegisters, dataDirectory: string, size: number): Promise<Question[]> {
  const { rows } = await registers.database('governance-center').pool.query<{ area: string }>(
    `(SELECT left(area_code, 9) AS area FROM governance_case GROUP BY 1 HAVING count(*) >= 20 ORDER BY count(*) DESC)
     UNION ALL
     (SELECT area_code FROM governance_case GROUP BY 1 HAVING count(*) >= 5 ORDER BY count(*) DESC LIMIT 40)`,
  );
  const filters = rows.flatMap(({ area }) => [{ areaCode: area }, { areaCode: area, status: LIVE }]);
  return docketQuestions(filters, size, dataDirectory);
}

/** `DocketPage` of the district, towns and villages that have more cases than a page: answers of one size at any scale. */
export async function fullDocketPages(
  registers: OpenRegisters,
  dataDirectory: string,
  size: number,
): Promise<Question[]> {
  const { rows } = await registers.database('governance-center').pool.query<{ area: string }>(
    `SELECT left(area_code, length) AS area FROM governance_case CROSS JOIN unnest('{6,9,12}'::int[]) AS length
     GROUP BY 1, length HAVING count(*) > $1 ORDER BY length, 1 LIMIT 60`,
    [size],
  );
  return docketQuestions(
    rows.map(({ area }) => ({ areaCode: area })),
    size,
    dataDirectory,
  );
}

async function docketQuestions(
  filters: readonly { readonly areaCode: string; readonly status?: readonly string[] }[],
  size: number,
  dataDirectory: string,
): Promise<Question[]> {
  const keys = await openTokenKeys(dataDirectory);
  return Promise.all(
    filters.map(async (filter, index) => {
      const user = `officer-${index % OFFICERS}`;
      const token = await issueToken(keys, { persona: 'case-handler', area: filter.areaCode, user });
      return question(docketPage, { filter, size }, token, { 'x-purpose': 'docket' });
    }),
  );
}

const question = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  token: string,
  stated: Readonly<Record<string, string>>,
): Question => ({
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...stated },
  body: JSON.stringify({ query, variables }),
  variables,
});
