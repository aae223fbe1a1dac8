import { createBuilder } from '../../schema/kit/builder.ts';

/** The builder of the social insurance subgraph. */
export const builder = createBuilder();
