import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The social insurance register's part of the graph. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname);
