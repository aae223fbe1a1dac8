import { existsSync, readdirSync } from 'node:fs';
import { type Federation, federation, type TestSubgraph } from './federation.ts';
import type { FederationCase } from './federation-case.ts';

const directory = new URL('./federations/', import.meta.url);

/** A federation of the folder `federations`, with what it must answer. */
export interface Scenario extends Federation {
  readonly name: string;
  readonly cases: readonly FederationCase[];
  /** Undoes what earlier operations wrote, where they write. */
  reset(): void;
}

/** The names of all test federations. */
export const scenarioNames: readonly string[] = readdirSync(directory).sort();

/** Loads one test federation: its `*.subgraph.ts`, its `cases.ts`, and `corrupt.ts` where its supergraph is changed. */
export async function loadScenario(name: string): Promise<Scenario> {
  const subgraphs: TestSubgraph[] = [];
  for (const file of readdirSync(new URL(`${name}/`, directory)).filter((one) => one.endsWith('.subgraph.ts'))) {
    subgraphs.push((await import(fileOf(name, file))).subgraph);
  }
  const { cases } = (await import(fileOf(name, 'cases.ts'))) as { cases: FederationCase[] };
  const corrupt = existsSync(fileOf(name, 'corrupt.ts'))
    ? (await import(fileOf(name, 'corrupt.ts'))).corrupt
    : undefined;
  const data = existsSync(fileOf(name, 'data.ts')) ? await import(fileOf(name, 'data.ts')) : {};
  return { name, cases, reset: data.reset ?? (() => undefined), ...federation(subgraphs, corrupt) };
}

function fileOf(name: string, file: string): string {
  return new URL(`${name}/${file}`, directory).pathname;
}
