import { createBuilder } from '../../schema/kit/builder.ts';

/** The builder of the hub's own subgraph. */
export const builder = createBuilder();
