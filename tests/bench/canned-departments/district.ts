import { readFileSync } from 'node:fs';
import { type InventedDistrict, inventDistrict } from '../../../gateway/execute/tests/invented-district.ts';

/** The hub's supergraph. */
export const supergraph = readFileSync(new URL('../../../schema/sdl/supergraph.graphql', import.meta.url), 'utf8');

/** A district of few gaps and full pages, whose departments never fail. */
export const cannedDistrict = (): InventedDistrict =>
  inventDistrict(supergraph)({ nulls: 0.05, failures: 0, entities: 400, fullPages: true });
