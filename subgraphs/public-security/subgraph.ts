import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The population register's and the incidents' part of the graph. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname, { admits: true });
