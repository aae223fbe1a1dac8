import { createBuilder } from '../../schema/kit/builder.ts';

/** The builder on which every type of the civil-affairs bureau's subgraph registers itself. */
export const builder = createBuilder();
