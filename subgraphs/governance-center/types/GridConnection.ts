import { connectionType } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { Grid } from './references.ts';

/** A page of grids. */
export const GridConnection = connectionType(builder, 'Grid', Grid);
