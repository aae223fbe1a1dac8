import { createBuilder } from '../../schema/kit/builder.ts';

/** Builds the centre's part of the graph. */
export const builder = createBuilder();
