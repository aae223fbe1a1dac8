import { createBuilder } from '../../schema/kit/builder.ts';

/** The builder of the public security subgraph. */
export const builder = createBuilder();
