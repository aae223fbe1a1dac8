import { type OrganizationOfRow, organizationColumns } from './mediation-organization-record.ts';
import type { MediationScope } from './mediation-scopes.ts';

export type DisputeScale = 'INDIVIDUAL' | 'GENERAL_GROUP' | 'MAJOR_GROUP';
export type MediationStatus = 'ACCEPTED' | 'IN_PROGRESS' | 'AGREED' | 'FAILED' | 'WITHDRAWN';
export type AgreementForm = 'WRITTEN' | 'ORAL';
export type ConfirmationStatus = 'NOT_APPLIED' | 'APPLIED' | 'CONFIRMED' | 'REFUSED' | 'LAPSED';

/** A mediation as the register answers it. */
export interface MediationRow extends OrganizationOfRow {
  readonly id: string;
  readonly number: string;
  readonly caseNumber: string | null;
  readonly kind: string;
  readonly scale: DisputeScale;
  readonly areaCode: string;
  readonly acceptedAt: string;
  readonly concludedAt: string | null;
  readonly status: MediationStatus;
  readonly agreementForm: AgreementForm | null;
  readonly agreementSignedOn: string | null;
  readonly agreementAmount: string | null;
  readonly agreementPerformed: boolean | null;
  readonly confirmationStatus: ConfirmationStatus | null;
  readonly confirmationAppliedOn: string | null;
  /** Last day of the joint application, People's Mediation Law 33. */
  readonly confirmationDeadline: string | null;
  readonly batchId: string;
  /** The scope that opened it; its parties and mediators are read under the same. */
  readonly scope: MediationScope;
}

/** A mediation as the answer to a key: a person's id or a case number. */
export interface MediationOfKey extends MediationRow {
  readonly key: string;
}

/** Select list of a mediation `m` with its organization `o`, opened by a scope. */
export const mediationColumns = (scope: MediationScope): string => `
  m.id, m.number, m.case_number AS "caseNumber", m.kind, m.scale, m.area_code AS "areaCode",
  m.accepted_at AS "acceptedAt", m.concluded_at AS "concludedAt", m.status,
  m.agreement_form AS "agreementForm", m.agreement_signed_on AS "agreementSignedOn",
  m.agreement_amount AS "agreementAmount", m.agreement_performed AS "agreementPerformed",
  CASE WHEN m.confirmation_status = 'NOT_APPLIED' AND m.agreement_signed_on + 30 < current_date THEN 'LAPSED'
       ELSE m.confirmation_status END AS "confirmationStatus",
  m.confirmation_applied_on AS "confirmationAppliedOn", m.agreement_signed_on + 30 AS "confirmationDeadline",
  m.batch_id AS "batchId", '${scope}' AS scope, ${organizationColumns}`;

/** Join that goes with {@link mediationColumns}. */
export const withOrganization = 'LEFT JOIN mediation_organization o ON o.number = m.organization_number';
