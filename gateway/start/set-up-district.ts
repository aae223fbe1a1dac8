import { SingleBar } from 'cli-progress';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { prepareDistrict } from '../../schema/synthetic/prepare-district.ts';
import type { GatewayConfig } from '../config.ts';

/** Fills empty registers with a generated district, through the importer; never in production. */
export async function setUpDistrict(
  registers: OpenRegisters,
  dataDirectory: string,
  { scale, seed, production }: GatewayConfig,
): Promise<void> {
  if (production || scale === 0) return;
  const bar = new SingleBar({ format: '  {bar} {what}', stream: process.stderr, clearOnComplete: true });
  const start = performance.now();
  let shown = false;
  const prepared = await prepareDistrict({
    registers,
    dataDirectory,
    scale,
    seed,
    progress({ what, done = 0, total = 0 }) {
      if (!shown) bar.start(1, 0, { what });
      shown = true;
      bar.update(total > 0 ? done / total : 0, { what });
    },
  });
  bar.stop();
  if (prepared.kind !== 'prepared') return;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    `✓ Generated district, scale ${scale} (合成区数据): ${prepared.rows} rows, ${prepared.quarantined} quarantined  ${seconds} s`,
  );
}
