import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';

const { resolve } = createRequire(import.meta.url);
const inPackage = (name: string, ...path: string[]) => join(dirname(resolve(`${name}/package.json`)), ...path);

/** The editor's own files, served from this process: the page asks nothing of any other host. */
const assets: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  'react.js': { file: inPackage('react', 'umd', 'react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { file: inPackage('react-dom', 'umd', 'react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { file: inPackage('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { file: inPackage('graphiql', 'graphiql.min.css'), type: 'text/css' },
  'start.js': { file: join(import.meta.dirname, 'graphiql-start.js'), type: 'text/javascript' },
};

/** Forbids the page everything but its own files and the graph. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>县域治理数据图谱 · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>body,#graphiql{margin:0;height:100vh}</style>
</head>
<body>
<div id="graphiql"></div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script type="module" src="/graphiql/start.js"></script>
</body>
</html>`;

/** A file of the query editor. */
export interface EditorFile {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The query editor's page or one of its files, the schema among them; undefined for any other path. */
export async function graphiqlFile(path: string, schema?: GraphQLSchema): Promise<EditorFile | undefined> {
  const headers = { 'content-security-policy': CONTENT_SECURITY_POLICY, 'referrer-policy': 'no-referrer' };
  if (path === '/graphiql' || path === '/graphiql/') return { type: 'text/html; charset=utf-8', body: page, headers };
  if (path === '/graphiql/schema.json' && schema) {
    return { type: 'application/json', body: JSON.stringify(introspectionFromSchema(schema)), headers };
  }
  const asset = assets[path.slice('/graphiql/'.length)];
  return asset && { type: `${asset.type}; charset=utf-8`, body: await readFile(asset.file), headers };
}
