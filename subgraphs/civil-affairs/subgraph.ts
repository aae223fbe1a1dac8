import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The civil-affairs bureau's part of the graph: marriages, care, allowances and social assistance. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname);
