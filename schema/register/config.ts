import { resolve } from 'node:path';
import { z } from 'zod';
import { departmentNames, environmentPrefix } from '../departments.ts';
import { RegisterError } from './register-error.ts';

const repositoryDirectory = resolve(import.meta.dirname, '..', '..');

export interface RegisterConfig {
  /** The absolute path of the directory that holds what the hub must not lose. */
  readonly dataDirectory: string;
  /** The connection strings of the departments that run their own server, by department. */
  readonly databaseUrls: ReadonlyMap<string, string>;
}

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'expected a URL that starts with postgresql://')
  .optional();

/**
 * Reads `HUB_DATA` (default `.hub` beside the code; a relative path is taken from the working directory)
 * and `<DEPARTMENT>_DATABASE_URL`. Throws CONFIGURATION_INVALID with every fault at once, never with a value.
 */
export function registerConfig(
  departments: readonly string[] = departmentNames(),
  environment: NodeJS.ProcessEnv = process.env,
): RegisterConfig {
  const variables = departments.map((department) => `${environmentPrefix(department)}_DATABASE_URL`);
  const schema = z.object({
    HUB_DATA: z.string().min(1, 'expected a path, came nothing').optional(),
    ...Object.fromEntries(variables.map((variable) => [variable, databaseUrl])),
  });
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new RegisterError('CONFIGURATION_INVALID', `The registers are not configured:\n${faults.join('\n')}`);
  }
  const values = parsed.data as Record<string, string | undefined>;
  const databaseUrls = new Map<string, string>();
  departments.forEach((department, index) => {
    const url = values[variables[index] as string];
    if (url !== undefined) databaseUrls.set(department, url);
  });
  const dataDirectory = values.HUB_DATA === undefined ? resolve(repositoryDirectory, '.hub') : resolve(values.HUB_DATA);
  return { dataDirectory, databaseUrls };
}

/** The environment that a program started by the hub's tools inherits, whole and unread. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
