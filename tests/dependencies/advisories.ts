import { z } from 'zod';

/** What `npm audit --json` found out. */
export type AuditAnswer =
  | { readonly kind: 'told'; readonly serious: readonly string[] }
  /** The registry keeps no list of advisories, or cannot be reached. */
  | { readonly kind: 'not told' };

const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string().default('') })),
});

const serious = new Set(['high', 'critical']);

/** Reads the report of `npm audit --json`: the packages with a serious advisory, or that nobody could tell. */
export function auditAnswer(output: string): AuditAnswer {
  const read = report.safeParse(jsonOf(output));
  if (!read.success) return { kind: 'not told' };
  const found = Object.entries(read.data.vulnerabilities).filter(([, { severity }]) => serious.has(severity));
  return { kind: 'told', serious: found.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`) };
}

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
