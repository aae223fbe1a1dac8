import { type OrganizationOfRow, organizationColumns } from './mediation-organization-record.ts';

export type Employment = 'FULL_TIME' | 'PART_TIME';

/** A people's mediator as the register answers it, with the body they belong to. */
export interface MediatorRow extends OrganizationOfRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly employment: Employment;
  readonly specialities: readonly string[];
}

/** Select list of a mediator `d` with their organization `o`. */
export const mediatorColumns = `d.id, d.number, d.name, d.employment, d.specialities, ${organizationColumns}`;

/** Join that goes with {@link mediatorColumns}. */
export const withMediatorOrganization = 'LEFT JOIN mediation_organization o ON o.number = d.organization_number';
