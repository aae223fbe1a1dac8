import { ageBandSql, TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import { disputeKinds } from '../../../schema/kit/code-tables/dispute-kinds.ts';
import { gridPostRoles } from '../../../schema/kit/code-tables/grid-post-roles.ts';
import { legalAidMatters } from '../../../schema/kit/code-tables/legal-aid-matters.ts';
import { socialInsuranceBenefits } from '../../../schema/kit/code-tables/social-insurance-benefits.ts';
import { insuranceSchemeOf } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import { areasOf, type Registers, type Row, sourceOf } from './registers.ts';

const AGE_BAND = ageBandSql('p.birth_date', `coalesce(p.ended_on, ${TODAY_SQL})`);
/** Employee pension (企业职工基本养老保险). */
const PENSION = '110';
const OVERDUE = `coalesce(c.due_at < now() AND c.resolved_at IS NULL
  AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'MERGED'), false)`;

const sql = {
  person: `SELECT p.person_id, p.masked_name, p.masked_id_number, p.sex, ${AGE_BAND} AS age_band, p.status, p.registration, p.relation,
      p.area_code, p.batch_id, h.household_id, h.basis, h.dwelling_id, r.household_id AS registered_id,
      r.area_code AS registered_area
    FROM person p LEFT JOIN household h ON h.household_id = p.resident_household_id
      LEFT JOIN household r ON r.household_id = p.registered_household_id
    WHERE p.person_id = $1`,
  members: `SELECT m.relation, p.person_id, p.masked_name, ${AGE_BAND} AS age_band
    FROM household_membership m JOIN person p ON p.person_id = m.person_id
    WHERE m.household_id = $1 AND m.from_date <= ${TODAY_SQL} AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL})
    ORDER BY m.relation_code NOT IN ('01', '02'), m.relation_code, m.from_date, m.person_id`,
  names: 'SELECT person_id, masked_name FROM person WHERE person_id = ANY($1::uuid[])',
  grid: `SELECT g.code, g.name, g.kind, t.role, t.worker_name, t.full_time
    FROM (SELECT grid_code FROM roster WHERE dwelling_id = $1 ORDER BY person_id LIMIT 1) r
      JOIN grid g ON g.code = r.grid_code LEFT JOIN grid_post t ON t.grid_code = g.code
    ORDER BY t.post_number`,
  mediations: `SELECT m.number, m.status, m.kind, m.agreement_form, m.agreement_signed_on, o.name AS organization,
      CASE WHEN m.confirmation_status = 'NOT_APPLIED' AND m.agreement_signed_on + 30 < current_date THEN 'LAPSED'
        ELSE m.confirmation_status END AS confirmation, m.agreement_signed_on + 30 AS deadline,
      count(*) OVER ()::int AS total
    FROM mediation m LEFT JOIN mediation_organization o ON o.number = m.organization_number
    WHERE m.number IN (SELECT mediation_number FROM mediation_party WHERE person_id = $1)
    ORDER BY m.accepted_at DESC, m.id DESC LIMIT 10`,
  mediators: `SELECT a.mediation_number, d.name, d.employment
    FROM mediation_assignment a JOIN mediator d ON d.number = a.mediator_number
    WHERE a.mediation_number = ANY($1::text[]) ORDER BY d.number`,
  legalAid: `SELECT matter, status, due_on AS "dueOn" FROM legal_aid WHERE person_id = $1
    ORDER BY applied_on DESC, id DESC`,
  marriages: `SELECT status, registered_on, first_spouse_id, second_spouse_id FROM marriage
    WHERE first_spouse_id = $1 OR second_spouse_id = $1 ORDER BY registered_on DESC, id DESC`,
  careTags: 'SELECT kind, since, batch_id FROM care_tag WHERE person_id = $1 ORDER BY since DESC, kind',
  allowances: `SELECT kind, monthly_amount AS "monthlyAmount", status FROM allowance WHERE person_id = $1
    ORDER BY starts_on DESC, id DESC`,
  assistance: `SELECT s.kind, s.status, s.next_review_on AS "nextReviewOn",
      ARRAY(SELECT b.person_id FROM assistance_beneficiary b WHERE b.assistance_number = s.number
        AND b.person_id IS NOT NULL ORDER BY b.sequence) AS beneficiaries
    FROM social_assistance s
    WHERE s.number IN (SELECT assistance_number FROM assistance_beneficiary WHERE person_id = $1)
    ORDER BY s.starts_on DESC, s.id DESC`,
  familyAssistance: `SELECT kind, status, monthly_amount, starts_on, ends_on, batch_id FROM social_assistance
    WHERE household_id = $1 ORDER BY starts_on DESC, id DESC`,
  account: 'SELECT batch_id FROM insured_person WHERE person_id = $1',
  enrolments: `SELECT e.scheme_code, e.status, o.credit_code, o.name, e.starts_on, e.ends_on
    FROM enrolment e LEFT JOIN employer o ON o.number = e.employer_number WHERE e.person_id = $1
    ORDER BY e.starts_on DESC, e.scheme_code`,
  months: `SELECT count(*)::int AS months FROM contribution
    WHERE person_id = $1 AND scheme_code = $2 AND paid_on IS NOT NULL`,
  contributions: `SELECT month, base, paid_on AS "paidOn" FROM contribution WHERE person_id = $1 AND scheme_code = $2
    ORDER BY month DESC LIMIT 12`,
  benefits: 'SELECT kind_code, status FROM benefit WHERE person_id = $1 ORDER BY starts_on DESC, number',
  cases: `SELECT c.number, c.status, ${OVERDUE} AS overdue, c.due_at AS "dueAt", o.name AS holder, k.label_zh,
      c.category, count(*) OVER ()::int AS total
    FROM governance_case c LEFT JOIN organization o ON o.code = c.holder_code
      LEFT JOIN case_category k ON k.code = c.category
    WHERE c.number IN (SELECT case_number FROM case_party WHERE person_id = $1)
    ORDER BY c.accepted_at DESC, c.number DESC LIMIT 10`,
  visits: `SELECT v.at, t.name FROM household_visit v JOIN visit_team t ON t.code = v.team_code
    WHERE v.household_id = (SELECT household_id FROM roster WHERE person_id = $1)
    ORDER BY v.at DESC, v.id DESC LIMIT 5`,
};

/** A person's whole record as the hub's `PersonRecord` answers it, written by hand: a statement a kind of record. */
export async function personRecord(registers: Registers, { person: id }: { readonly person: string }): Promise<object> {
  const { population, centre, justice, civilAffairs, socialInsurance, medicalInsurance } = registers;
  const mediated = justice('mediations', sql.mediations, [id]);
  const married = civilAffairs('marriages', sql.marriages, [id]);
  const [personRows, mediations, legalAid, marriages, careTags, allowances, assistance, ...rest] = await Promise.all([
    population('person', sql.person, [id]),
    mediated,
    justice('legal-aid', sql.legalAid, [id]),
    married,
    civilAffairs('care-tags', sql.careTags, [id]),
    civilAffairs('allowances', sql.allowances, [id]),
    civilAffairs('assistance', sql.assistance, [id]),
    socialInsurance('account', sql.account, [id]),
    socialInsurance('enrolments', sql.enrolments, [id]),
    socialInsurance('months', sql.months, [id, PENSION]),
    socialInsurance('contributions', sql.contributions, [id, PENSION]),
    socialInsurance('benefits', sql.benefits, [id]),
    medicalInsurance(id),
    centre('cases', sql.cases, [id]),
    centre('visits', sql.visits, [id]),
    mediated.then((rows) => justice('mediators', sql.mediators, [rows.map(({ number }) => number)])),
    married.then((rows) => population('names', sql.names, [rows.flatMap(spousesOf)])),
  ]);
  const [account, enrolments, months, contributions, benefits, enrolment, cases, visits, mediators, spouses] = rest;
  const person = personRows[0];
  if (!person) return { person: null };
  const [areas, members, grid, familyAssistance] = await Promise.all([
    areasOf(registers, [person.area_code, person.registered_area].filter(Boolean)),
    person.household_id ? population('members', sql.members, [person.household_id]) : [],
    person.dwelling_id ? centre('grid', sql.grid, [person.dwelling_id]) : [],
    person.household_id ? civilAffairs('family-assistance', sql.familyAssistance, [person.household_id]) : [],
  ]);
  const names = new Map(spouses?.map((row) => [row.person_id, row.masked_name]));
  const insured = account?.[0];
  return {
    person: {
      id,
      maskedName: person.masked_name,
      maskedIdNumber: person.masked_id_number,
      sex: person.sex,
      ageBand: person.age_band,
      status: person.status,
      registration: person.registration,
      relationToHead: person.relation,
      area: areas.get(person.area_code),
      household: person.household_id && {
        id: person.household_id,
        size: new Set(members.map((member) => member.person_id)).size,
        basis: person.basis,
        dwelling: person.dwelling_id && { id: person.dwelling_id, grid: gridOf(grid) },
        socialAssistance: await Promise.all(
          familyAssistance.map(async ({ kind, status, monthly_amount, starts_on, ends_on, batch_id }) => ({
            kind,
            status,
            monthlyAmount: monthly_amount,
            from: starts_on,
            to: ends_on,
            source: await sourceOf(civilAffairs, batch_id),
          })),
        ),
        members: members.map(({ relation, person_id, masked_name, age_band }) => ({
          relationToHead: relation,
          person: { id: person_id, maskedName: masked_name, ageBand: age_band },
        })),
      },
      registeredHousehold: person.registered_id && {
        id: person.registered_id,
        area: areas.get(person.registered_area),
      },
      mediations: {
        totalCount: mediations[0]?.total ?? 0,
        nodes: mediations.map((row) => mediationOf(row, mediators ?? [])),
      },
      legalAid: legalAid.map((row) => ({ ...row, matter: { labelZh: legalAidMatters.labelZh(row.matter) } })),
      marriages: marriages.map((row) => ({
        status: row.status,
        registeredOn: row.registered_on,
        spouses: spousesOf(row).map((spouse) => ({ id: spouse, maskedName: names.get(spouse) ?? null })),
      })),
      careTags: await Promise.all(
        careTags.map(async ({ kind, since, batch_id }) => ({
          kind,
          since,
          source: await sourceOf(civilAffairs, batch_id),
        })),
      ),
      allowances,
      socialAssistance: assistance.map(({ beneficiaries, ...row }) => ({
        ...row,
        beneficiaries: beneficiaries.map((beneficiary: string) => ({ id: beneficiary })),
      })),
      socialInsurance: insured
        ? {
            enrolments: enrolments?.map((row) => ({
              scheme: insuranceSchemeOf(row.scheme_code),
              status: row.status,
              employer: row.credit_code && { creditCode: row.credit_code, name: row.name },
              from: row.starts_on,
              to: row.ends_on,
            })),
            contributionMonths: months?.[0]?.months,
            contributions: { nodes: contributions },
            benefits: benefits?.map(({ kind_code, status }) => ({
              kind: { labelZh: socialInsuranceBenefits.labelZh(kind_code) },
              status,
            })),
            source: { asOf: (await sourceOf(socialInsurance, insured.batch_id)).asOf },
          }
        : null,
      medicalInsurance: enrolment
        ? {
            scheme: enrolment.scheme,
            status: enrolment.status,
            from: enrolment.from,
            subsidised: enrolment.subsidised,
            source: { asOf: enrolment.asOf },
          }
        : null,
      cases: {
        totalCount: cases?.[0]?.total ?? 0,
        nodes: cases?.map(({ number, status, overdue, dueAt, holder, label_zh, category }) => ({
          number,
          status,
          overdue,
          dueAt,
          holder: holder && { name: holder },
          category: { labelZh: label_zh ?? category },
        })),
      },
      visits: { nodes: visits?.map(({ at, name }) => ({ at, team: { name } })) },
      source: await sourceOf(population, person.batch_id),
    },
  };
}

const spousesOf = ({ first_spouse_id, second_spouse_id }: Row): string[] => [first_spouse_id, second_spouse_id];

function gridOf(rows: readonly Row[]): object | null {
  const [grid] = rows;
  if (!grid) return null;
  const posts = rows.filter(({ role }) => role !== null);
  return {
    code: grid.code,
    name: grid.name,
    kind: grid.kind,
    posts: posts.map(({ role, worker_name, full_time }) => ({
      role: { labelZh: gridPostRoles.labelZh(role) },
      worker: worker_name && { name: worker_name, fullTime: full_time ?? false },
    })),
  };
}

function mediationOf(row: Row, mediators: readonly Row[]): object {
  const { number, status, kind, agreement_form, agreement_signed_on, organization, confirmation, deadline } = row;
  return {
    number,
    status,
    kind: { labelZh: disputeKinds.labelZh(kind) },
    agreement: agreement_form &&
      agreement_signed_on && {
        form: agreement_form,
        signedOn: agreement_signed_on,
        judicialConfirmation: confirmation && { status: confirmation, deadline },
      },
    organization: organization && { name: organization },
    mediators: mediators
      .filter((mediator) => mediator.mediation_number === number)
      .map(({ name, employment }) => ({ name, employment })),
  };
}
