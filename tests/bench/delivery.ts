import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateDistrict } from '../../schema/synthetic/generate-district.ts';

/** Every extract of a district, as its departments hand it over anew. */
export interface Delivery {
  /** Takes all of it in by the command that does so, department by department. */
  take(): Promise<void>;
}

const program = resolve(import.meta.dirname, '..', '..', 'subgraphs', 'import.ts');

/** Writes the extracts that a hub of this scale took in; each time they are a line longer, and so all taken in anew. */
export async function prepareDelivery(directory: string, dataDirectory: string, scale: number): Promise<Delivery> {
  const files = await generateDistrict({ scale, seed: 1, directory });
  const byDepartment = Map.groupBy(files, ({ department }) => department);
  return {
    async take() {
      for (const { department, file } of files) appendFileSync(join(directory, department, file), '\n');
      for (const [department, own] of byDepartment) {
        const paths = own.map(({ file }) => join(directory, department, file));
        const child = spawn(process.execPath, [program, department, ...paths], {
          env: { ...process.env, HUB_DATA: dataDirectory },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const [code] = await once(child, 'exit');
        if (code !== 0) throw new Error(`Expected the import of ${department} to end with 0, came ${code}.`);
      }
    },
  };
}
