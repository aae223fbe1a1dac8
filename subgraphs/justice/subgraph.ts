import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The justice bureau's part of the graph: people's mediation and legal aid. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname, { admits: true });
