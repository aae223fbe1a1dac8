import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { everyScopeOf, systemViewer } from '../../../gateway/access/system-viewer.ts';
import { fieldScopes } from '../../../gateway/plan/field-scopes.ts';
import { createSignViewer } from '../../../gateway/transport/sign-viewer.ts';
import { openPairRing } from '../../../schema/kit/keys/pair-ring.ts';
import { VIEWER_HEADER, VIEWER_KEY_USE } from '../../../schema/kit/signed-viewer.ts';

/** A data source that asks departments as a viewer who may see everything, signed with the key of a data directory. */
export async function signingSource(dataDirectory: string): Promise<typeof RemoteGraphQLDataSource> {
  const supergraph = readFileSync(new URL('../../../schema/sdl/supergraph.graphql', import.meta.url), 'utf8');
  const viewer = systemViewer(everyScopeOf(fieldScopes(supergraph)));
  const sign = createSignViewer(openPairRing(dataDirectory, VIEWER_KEY_USE));
  return class extends RemoteGraphQLDataSource {
    override async willSendRequest({ request, context }: GraphQLDataSourceProcessOptions): Promise<void> {
      const { http, ...body } = request;
      const department = new URL(this.url).pathname.split('/')[1] as string;
      const asked = { ...viewer, request: requestIdOf(context) };
      http?.headers.set(VIEWER_HEADER, await sign(asked, department, JSON.stringify(body)));
    }
  };
}

const requestIds = new WeakMap<object, string>();

function requestIdOf(context: object): string {
  const id = requestIds.get(context) ?? randomUUID();
  requestIds.set(context, id);
  return id;
}
