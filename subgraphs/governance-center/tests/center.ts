import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { subgraph } from '../subgraph.ts';

/** Enough for more than a hundred cases. */
const SCALE = 0.006;

/** The centre's register of a small invented district, dirt and all; close it when the tests are done. */
export const openCenter = (): Promise<ImportedRegister> =>
  importedRegister('governance-center', subgraph, { scale: SCALE });

/** The centre's scopes that reach every record of the areas. */
export const SCOPES = [
  'governance-center.case:read',
  'governance-center.case:history',
  'governance-center.case:narrative',
  'governance-center.case:statistics',
  'governance-center.visit:read',
  'governance-center.report:read',
  'hub.data-quality:read',
];
