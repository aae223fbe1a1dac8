import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import { areasOf, type Registers, type Row } from './registers.ts';

/** What the page is asked for, as the hub's `DocketPage` takes it. */
export interface DocketQuestion {
  readonly filter: { readonly areaCode: string; readonly status?: readonly string[] };
  readonly size: number;
}

const OVERDUE = `coalesce(c.due_at < now() AND c.resolved_at IS NULL
  AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'MERGED'), false)`;

/** A page of cases; a town or a village is an equality, so that an index gives its rows in the order of the page. */
const casesSql = (area: string, status: boolean) => `
  SELECT c.number, c.status, ${OVERDUE} AS overdue, c.due_at, c.service, c.category, c.accepted_at, k.label_zh,
    a.name AS area, parent.name AS parent, g.code AS grid, o.name AS holder
  FROM governance_case c LEFT JOIN case_category k ON k.code = c.category LEFT JOIN area a ON a.code = c.area_code
    LEFT JOIN area parent ON parent.code = a.parent_code LEFT JOIN grid g ON g.code = c.grid_code
    LEFT JOIN organization o ON o.code = c.holder_code
  WHERE ${area.length === 12 ? 'c.area_code' : 'left(c.area_code, 9)'} = $2 ${status ? 'AND c.status = ANY($3::text[])' : ''}
  ORDER BY c.accepted_at DESC, c.number DESC LIMIT $1`;

const sql = {
  parties: `SELECT p.case_number, p.role, p.person_id, o.name AS organization
    FROM case_party p LEFT JOIN organization o ON o.code = p.organization_code
    WHERE p.case_number = ANY($1::text[]) ORDER BY p.case_number, p.party_number`,
  people: `SELECT p.person_id, p.masked_name, p.area_code, p.resident_household_id,
      (SELECT count(DISTINCT m.person_id)::int FROM household_membership m
        WHERE m.household_id = p.resident_household_id AND m.from_date <= ${TODAY_SQL}
          AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL})) AS size
    FROM person p WHERE p.person_id = ANY($1::uuid[])`,
  mediations: `SELECT m.case_number, m.number, m.status, o.name AS organization
    FROM mediation m LEFT JOIN mediation_organization o ON o.number = m.organization_number
    WHERE m.case_number = ANY($1::text[]) ORDER BY m.accepted_at DESC, m.id DESC`,
  incidents: `SELECT h.case_number, i.number, i.outcome
    FROM incident_handover h JOIN incident i ON i.number = h.incident_number
    WHERE h.case_number = ANY($1::text[]) ORDER BY i.reported_at, i.number`,
};

/** A page of cases as the hub's `DocketPage` answers it, written by hand: a statement a kind of record. */
export async function docketPage(registers: Registers, { filter, size }: DocketQuestion): Promise<object> {
  const { centre, justice, population } = registers;
  const { areaCode, status } = filter;
  const name = `cases-${areaCode.length}-${status !== undefined}`;
  const values = [size + 1, areaCode, ...(status ? [status] : [])];
  const found = await centre(name, casesSql(areaCode, status !== undefined), values);
  const page = found.slice(0, size);
  const numbers = [page.map(({ number }) => number)];
  const parties = centre('parties', sql.parties, numbers);
  const [partiesOf, peopleOf, mediationsOf, incidentsOf] = await Promise.all([
    parties.then((rows) => grouped(rows)),
    parties.then((rows) => peopleIn(registers, rows)),
    justice('mediations-of-cases', sql.mediations, numbers).then(grouped),
    population('incidents', sql.incidents, numbers).then(grouped),
  ]);
  const last = page.at(-1);
  return {
    cases: {
      pageInfo: { hasNextPage: found.length > size, endCursor: last ? cursorOf(last) : null },
      nodes: page.map((row) => ({
        number: row.number,
        status: row.status,
        overdue: row.overdue,
        dueAt: row.due_at,
        service: row.service,
        category: { labelZh: row.label_zh ?? row.category },
        area: { name: row.area, parent: row.parent && { name: row.parent } },
        grid: row.grid && { code: row.grid },
        holder: row.holder && { name: row.holder },
        parties: (partiesOf.get(row.number) ?? []).map(({ role, person_id, organization }) => ({
          role,
          person: person_id && (peopleOf.get(person_id) ?? unknownPerson(person_id)),
          organization: organization && { name: organization },
        })),
        mediations: (mediationsOf.get(row.number) ?? []).map(({ number, status: stage, organization }) => ({
          number,
          status: stage,
          organization: organization && { name: organization },
        })),
        incidents: (incidentsOf.get(row.number) ?? []).map(({ number, outcome }) => ({ number, outcome })),
      })),
    },
  };
}

async function peopleIn(registers: Registers, parties: readonly Row[]): Promise<Map<string, object>> {
  const ids = [...new Set(parties.map(({ person_id }) => person_id).filter(Boolean))];
  const rows = await registers.population('people', sql.people, [ids]);
  const codes = rows.map(({ area_code }) => area_code);
  const areas = await areasOf(registers, codes);
  const personOf = ({ person_id, masked_name, area_code, resident_household_id, size }: Row) => ({
    id: person_id,
    maskedName: masked_name,
    area: { name: areas.get(area_code)?.name ?? null },
    household: resident_household_id && { id: resident_household_id, size },
  });
  return new Map(rows.map((row) => [row.person_id, personOf(row)]));
}

const unknownPerson = (id: string): object => ({ id, maskedName: null, area: null, household: null });

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.case_number);
    if (group) group.push(row);
    else groups.set(row.case_number, [row]);
  }
  return groups;
}

const cursorOf = ({ accepted_at, number }: Row): string =>
  Buffer.from(JSON.stringify([accepted_at, number])).toString('base64url');
