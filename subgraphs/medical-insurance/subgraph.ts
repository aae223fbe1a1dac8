import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The medical insurance register's part of the graph. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname);
