import { builder } from '../builder.ts';
import type { AreaReference } from '../loaders/area-by-code.ts';
import type { CaseReference } from '../loaders/case-by-number.ts';
import type { DispatchRow } from '../loaders/dispatch-row.ts';
import type { GridRow } from '../loaders/grid-row.ts';
import type { OrganizationRow } from '../loaders/organization-row.ts';
import type { GridReportRow } from '../loaders/report-row.ts';
import type { VisitRow } from '../loaders/visit-row.ts';
import type { RecordOfPerson } from './RegisterRecord.ts';

/** The nouns that refer to one another in circles; the file of each name says what it is. */
export const Person = builder.objectRef<{ readonly id: string } & RecordOfPerson>('Person');
export const Household = builder.objectRef<{ readonly id: string }>('Household');
export const Case = builder.objectRef<CaseReference>('Case');
export const Dispatch = builder.objectRef<DispatchRow>('Dispatch');
export const Area = builder.objectRef<AreaReference>('Area');
export const Grid = builder.objectRef<GridRow>('Grid');
export const GridReport = builder.objectRef<GridReportRow>('GridReport');
export const Organization = builder.objectRef<OrganizationRow>('Organization');
export const HouseholdVisit = builder.objectRef<VisitRow>('HouseholdVisit');
