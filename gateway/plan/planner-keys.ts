import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

const PREFIX = '_alias_';

/** The response key under which the planner is asked for a field that the client asks for under `key`. */
export type PlannerKeyOf = (key: string, fieldName: string) => string;

/**
 * Gives aliases that are the name of some field another key while planning: the planner adds keys and inputs beside the
 * client's fields, and takes an alias of the same name for them. Aliases with a leading underscore change too, so that
 * none can be mistaken for a changed one or for the planner's own.
 */
export function plannerKeys(schema: GraphQLSchema): PlannerKeyOf {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    for (const name of isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : []) {
      names.add(name);
    }
  }
  return (key, fieldName) => (key !== fieldName && (names.has(key) || key.startsWith('_')) ? `${PREFIX}${key}` : key);
}

/** The client's response key for one that `plannerKeys` gave. */
export function clientKey(key: string | number): string | number {
  return typeof key === 'string' && key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}
