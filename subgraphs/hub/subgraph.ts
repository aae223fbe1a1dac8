import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The hub's own part of the graph: who is known, for what purposes, from which sources, and who read what. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname);
