import type { organizationKinds, stationings, townBoards } from '../extracts/codes/place-codes.ts';
import type { Stored } from './case-row.ts';

/** A body that can hold a case. */
export interface OrganizationRow {
  readonly code: string;
  readonly name: string;
  readonly kind: Stored<typeof organizationKinds>;
  readonly stationing: Stored<typeof stationings> | null;
  readonly board: Stored<typeof townBoards> | null;
  readonly areaCode: string;
  /** 1 (Monday) to 7. */
  readonly dutyWeekday: number | null;
}

/** The columns of an {@link OrganizationRow}. */
export const ORGANIZATION_COLUMNS = `o.code, o.name, o.kind, o.stationing, o.board, o.area_code AS "areaCode",
  o.duty_weekday AS "dutyWeekday"`;
