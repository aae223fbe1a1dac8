import { buildSubgraph } from '../../schema/kit/federation.ts';
import { builder } from './builder.ts';

/** The centre's part of the graph: areas and grids, organizations, cases, dispatch, visits and reports. */
export const subgraph = await buildSubgraph(builder, import.meta.dirname, { admits: true });
