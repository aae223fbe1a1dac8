import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { parse, validate } from 'graphql';
import { apiSchema } from '../../plan/client-schema.ts';
import { defaultLimits } from '../limits/limits.ts';
import { createReadDocument } from '../limits/read-document.ts';
import { documentHash, type Manifest, trustedDocuments } from './trusted-documents.ts';

const SUPERGRAPH = resolve(import.meta.dirname, '..', '..', '..', 'schema', 'sdl', 'supergraph.graphql');

const command = new Command('trust')
  .description('Enters documents that a client may send into a manifest, and prints their ids (登记可信查询).')
  .argument('<client>', 'client as its tokens name it (客户端)')
  .argument('<files...>', 'one GraphQL document each, of one operation (查询文件)')
  .option('--manifest <file>', 'made where there is none (清单文件)', 'trusted-documents.json')
  .parse();
const [client = '', ...files] = command.args;
const { manifest: target } = command.opts<{ manifest: string }>();

const supergraph = readFileSync(SUPERGRAPH, 'utf8');
const schema = apiSchema(supergraph);
const readDocument = createReadDocument(schema, supergraph, defaultLimits);
const manifest: Manifest = existsSync(target) ? (JSON.parse(readFileSync(target, 'utf8')) as Manifest) : {};
trustedDocuments(manifest);

const faults: string[] = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const fault = faultOf(text);
  if (fault) faults.push(`${file}: ${fault}`);
  const id = documentHash(text);
  manifest[client] = { ...manifest[client], [id]: text };
  console.log(`${id}  ${file}`);
}
if (faults.length > 0) command.error(`Nothing is entered:\n${faults.join('\n')}`);
writeFileSync(target, `${JSON.stringify(manifest, null, 2)}\n`);

/** Why the hub would refuse the document, of the graph as it was last composed. */
function faultOf(text: string): string | undefined {
  try {
    readDocument(text, undefined);
  } catch (refused) {
    return (refused as Error).message;
  }
  return validate(schema, parse(text))[0]?.message;
}
