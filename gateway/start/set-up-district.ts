import { SingleBar } from 'cli-progress';
import { aloneInDatabase } from '../../schema/register/alone-in-database.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { type PrepareOptions, prepareDistrict } from '../../schema/synthetic/prepare-district.ts';
import { type GatewayConfig, POLICY_DEPARTMENT } from '../config.ts';

/**
 * Fills empty registers with a generated district, through the importer; never in production. Of several hubs on the
 * same registers one does it, and the others wait for it.
 */
export async function setUpDistrict(
  registers: OpenRegisters,
  dataDirectory: string,
  { scale, seed, production }: GatewayConfig,
): Promise<void> {
  if (production || scale === 0) return;
  const bar = new SingleBar({ format: '  {bar} {what}', stream: process.stderr, clearOnComplete: true });
  const start = performance.now();
  let shown = false;
  const progress: PrepareOptions['progress'] = ({ what, done = 0, total = 0 }) => {
    if (!shown) bar.start(1, 0, { what });
    shown = true;
    bar.update(total > 0 ? done / total : 0, { what });
  };
  const prepared = await aloneInDatabase(registers.database(POLICY_DEPARTMENT).pool.options, () =>
    prepareDistrict({ registers, dataDirectory, scale, seed, progress }),
  );
  bar.stop();
  if (prepared.kind !== 'prepared') return;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    `✓ Generated district, scale ${scale} (合成区数据): ${prepared.rows} rows, ${prepared.quarantined} quarantined  ${seconds} s`,
  );
}
