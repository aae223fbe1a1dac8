import { connectionType } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { HouseholdVisit } from './references.ts';

/** A page of visits. */
export const VisitConnection = connectionType(builder, 'Visit', HouseholdVisit);

/** Where a visit stands in a list of visits, newest first. */
export const visitPosition = ({ at, id }: { readonly at: string; readonly id: string }) => [at, id];
