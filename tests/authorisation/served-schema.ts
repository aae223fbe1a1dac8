import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { ask } from '../kit/hub-client.ts';

/** The graph as the running hub shows it to a client. */
export async function servedSchema(): Promise<GraphQLSchema> {
  const { data } = await ask<IntrospectionQuery>({ persona: 'analyst' }, getIntrospectionQuery());
  return buildClientSchema(data);
}
