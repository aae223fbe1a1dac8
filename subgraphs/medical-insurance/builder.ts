import { createBuilder } from '../../schema/kit/builder.ts';

/** The builder of the medical insurance subgraph. */
export const builder = createBuilder();
