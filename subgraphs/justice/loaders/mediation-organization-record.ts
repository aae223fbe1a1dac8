export type MediationOrganizationKind = 'COUNTY' | 'TOWN' | 'VILLAGE' | 'INDUSTRY' | 'TEAM' | 'STUDIO';

/** A people's mediation body as the register answers it. */
export interface MediationOrganizationRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: MediationOrganizationKind;
  readonly areaCode: string | null;
}

/** The organization that a statement joined to its row; all null where the register knows none. */
export interface OrganizationOfRow {
  readonly organizationId: string | null;
  readonly organizationNumber: string | null;
  readonly organizationName: string | null;
  readonly organizationKind: MediationOrganizationKind | null;
  readonly organizationAreaCode: string | null;
}

/** Select list of a joined organization `o`. */
export const organizationColumns = `o.id AS "organizationId", o.number AS "organizationNumber",
  o.name AS "organizationName", o.kind AS "organizationKind", o.area_code AS "organizationAreaCode"`;

/** The organization joined to a row, or null where there is none. */
export function organizationOf(row: OrganizationOfRow): MediationOrganizationRow | null {
  const { organizationId: id, organizationNumber: number, organizationName: name, organizationKind: kind } = row;
  if (id === null || number === null || name === null || kind === null) return null;
  return { id, number, name, kind, areaCode: row.organizationAreaCode };
}
