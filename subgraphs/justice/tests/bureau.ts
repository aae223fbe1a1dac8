import { type Department, HERE, idOf, openDepartment } from '../../../tests/kit/department.ts';
import { subgraph } from '../subgraph.ts';

export const personId = (number: number): string => idOf('a', number);
export const mediationId = (number: number): string => idOf('b', number);
export const organizationId = (number: number): string => idOf('c', number);
export const mediatorId = (number: number): string => idOf('d', number);

type Row = Readonly<Record<string, unknown>>;

/** An ordinary mediation by its number: going on here since that many minutes past noon of 1 May 2026. */
export const mediation = (number: number, changes: Row = {}): Row => ({
  id: mediationId(number),
  number: `TJ${number}`,
  kind: '02',
  scale: 'INDIVIDUAL',
  organization_number: 'MED-1',
  area_code: HERE,
  accepted_at: new Date(Date.UTC(2026, 4, 1, 4, number)).toISOString(),
  status: 'IN_PROGRESS',
  updated_on: '2026-10-01',
  ...changes,
});

/** The party of a mediation who stands at this place of the record. */
export const party = (number: number, sequence: number, person: number | null): Row => ({
  mediation_number: `TJ${number}`,
  sequence,
  role: sequence === 1 ? 'APPLICANT' : 'RESPONDENT',
  person_id: person === null ? null : personId(person),
});

/** The bureau with two organizations and three mediators, of whom M1 handles every mediation inserted with it. */
export async function openBureau(): Promise<Department> {
  const bureau = await openDepartment('justice', subgraph);
  await bureau.insert('mediation_organization', [
    { id: organizationId(1), number: 'MED-1', name: '樟潭街道人民调解委员会', kind: 'TOWN', area_code: '330803001' },
    { id: organizationId(2), number: 'MED-2', name: '“6070”调解队', kind: 'TEAM', area_code: null },
  ]);
  await bureau.insert('mediator', [
    mediator(1, { employment: 'FULL_TIME', specialities: ['01', '02'] }),
    mediator(2, {}),
    mediator(3, { organization_number: null }),
  ]);
  return bureau;
}

const mediator = (number: number, changes: Row): Row => ({
  id: mediatorId(number),
  number: `M${number}`,
  name: `调解员${number}`,
  employment: 'PART_TIME',
  organization_number: 'MED-1',
  specialities: [],
  ...changes,
});
