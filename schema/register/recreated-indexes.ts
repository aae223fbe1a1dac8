import pg from 'pg';

/**
 * Takes out of a migration the indexes that it drops and makes again just as they were. Prisma writes such pairs for
 * every index with a raw operator class (prisma/orm issue 28214). Runs the script on the database, a throwaway one.
 */
export async function withoutRecreatedIndexes(
  connectionString: string,
  schema: string,
  script: string,
): Promise<string> {
  const dropped = [...script.matchAll(/^DROP INDEX "([^"]+)";$/gm)].map(([, name]) => name as string);
  if (dropped.length === 0) return script;
  const options = `-c search_path=${pg.escapeIdentifier(schema)}`;
  const client = new pg.Client({ connectionString, options });
  await client.connect();
  try {
    const definitions = async () => {
      const { rows } = await client.query('SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = $1', [schema]);
      return new Map<string, string>(rows.map(({ indexname, indexdef }) => [indexname, indexdef]));
    };
    const before = await definitions();
    await client.query(script);
    const after = await definitions();
    const same = dropped.filter((name) => before.get(name) === after.get(name));
    return same.reduce((shorter, name) => withoutIndex(shorter, name), script);
  } finally {
    await client.end();
  }
}

function withoutIndex(script: string, name: string): string {
  const statements = script.split(/\n(?=-- )/);
  const ofIndex = new RegExp(`^(DROP INDEX|CREATE (UNIQUE )?INDEX) "${name}"`, 'm');
  return statements.filter((text) => !ofIndex.test(text)).join('\n');
}
