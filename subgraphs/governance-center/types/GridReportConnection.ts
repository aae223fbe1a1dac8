import { connectionType } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { GridReport } from './references.ts';

/** A page of grid workers' reports. */
export const GridReportConnection = connectionType(builder, 'GridReport', GridReport);
