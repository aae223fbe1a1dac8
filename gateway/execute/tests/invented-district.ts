import {
  buildASTSchema,
  execute,
  extendSchema,
  type GraphQLEnumType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { apiSchema, fullSchema } from '../../plan/client-schema.ts';
import type { SubgraphFetch } from '../engine.ts';
import { hashOf } from './seeded-random.ts';

/** An object whose fields are all computed from its identity. */
interface Invented {
  readonly __typename: string;
  readonly identity: string;
}

/** Shares of nullable values, from 0 to 1, and how much there is. */
interface Share {
  readonly nulls: number;
  readonly failures: number;
  /** How many entities there are of each type; few unless told, so that many things lead to one. */
  readonly entities?: number;
  /** Whether a page has as many nodes as were asked for, instead of a few. */
  readonly fullPages?: boolean;
}

const FEW_ENTITIES = 7;
/** Nodes of a page, and how many were asked for. */
const PAGE_NODES = /"first":(\d+)[^()]*\)\.nodes\(\{\}\)$/;

type IsRefused = (typeName: string, fieldName: string) => boolean;

/** A world in which every value follows from where it stands, so that any subgraph gives the same one. */
export interface InventedDistrict {
  /** Answers a client operation on the whole schema at once: the oracle. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Answers a fetch of any subgraph. Throws on a document that is not valid. */
  readonly fetch: SubgraphFetch;
}

/**
 * Invents the district of a supergraph; what it returns gives a world in which the given shares of nullable values are
 * null, or throw.
 * Inaccessible fields never throw, since what is computed from them would then rightly differ from the oracle.
 * A refused coordinate throws too, so that a fetch that asks for it all the same shows in the errors.
 */
export function inventDistrict(supergraph: string): (share: Share, isRefused?: IsRefused) => InventedDistrict {
  const visible = apiSchema(supergraph);
  const keyFields = keyFieldByEntity(supergraph);
  const full = fullSchema(supergraph);
  const schema = withEntities(full, [...keyFields.keys()]);

  return (share, isRefused = () => false) => world(schema, visible, keyFields, share, isRefused);
}

function world(
  schema: GraphQLSchema,
  visible: GraphQLSchema,
  keyFields: ReadonlyMap<string, string>,
  share: Share,
  isRefused: IsRefused,
): InventedDistrict {
  const { entities = FEW_ENTITIES, fullPages = false } = share;
  const lengthOf = (seed: string): number => Number((fullPages && PAGE_NODES.exec(seed)?.[1]) || hashOf(seed) % 4);
  const invent = (type: GraphQLOutputType, seed: string): unknown => {
    const hash = hashOf(seed);
    if (isNonNullType(type)) {
      return invent(type.ofType, seed);
    }
    if (isListType(type)) {
      return Array.from({ length: lengthOf(seed) }, (_, index) => {
        const item = type.ofType;
        return !isNonNullType(item) && isNull(`${seed}/${index}`) ? null : invent(item, `${seed}/${index}`);
      });
    }
    if (isEnumType(type)) {
      // Only what clients can see, so that the oracle may answer it too.
      const values = (visible.getType(type.name) as GraphQLEnumType | undefined)?.getValues() ?? type.getValues();
      return values[hash % values.length]?.name;
    }
    if (isObjectType(type) || isAbstractType(type)) {
      const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
      const { name } = types[hash % types.length] as { name: string };
      return {
        __typename: name,
        identity: keyFields.has(name) ? `${name}:${hash % entities}` : seed,
      } satisfies Invented;
    }
    switch (getNamedType(type).name) {
      case 'Int':
        return hash % 1000;
      case 'Float':
        return (hash % 1000) / 8;
      case 'Boolean':
        return hash % 2 === 0;
      default:
        return `text ${hash % 100_000}`;
    }
  };
  const isNull = (seed: string) => (hashOf(`null ${seed}`) % 1000) / 1000 < share.nulls;

  const resolve: GraphQLFieldResolver<unknown, unknown> = (
    source,
    args,
    _context,
    { fieldName, returnType, parentType },
  ) => {
    if (fieldName === '_entities') {
      return (args.representations as Record<string, unknown>[]).map((one) => entityOf(one, keyFields));
    }
    const { identity } = (source ?? { identity: '' }) as Invented;
    if (keyFields.get(parentType.name) === fieldName) {
      return identity.slice(identity.indexOf(':') + 1);
    }
    const seed = `${identity}.${fieldName}(${JSON.stringify(args)})`;
    const nullable = getNullableType(returnType) === returnType;
    const accessible =
      fieldName in ((visible.getType(parentType.name) as GraphQLObjectType | undefined)?.getFields() ?? {});
    if (accessible && isRefused(parentType.name, fieldName)) {
      throw new GraphQLError(`refused ${fieldName}`, { extensions: { code: 'REFUSED' } });
    }
    if (accessible && nullable && (hashOf(`failure ${seed}`) % 1000) / 1000 < share.failures) {
      throw new GraphQLError(`no ${fieldName}`, { extensions: { code: 'INVENTED' } });
    }
    return nullable && isNull(seed) ? null : invent(returnType, seed);
  };

  return {
    resolve,
    fetch: async (_subgraph, { document: text, variables }) => {
      const document = parse(text);
      const [error] = validate(schema, document);
      if (error !== undefined) {
        throw error;
      }
      const result = await execute({ schema, document, variableValues: variables, fieldResolver: resolve });
      return JSON.parse(JSON.stringify(result)) as Awaited<ReturnType<SubgraphFetch>>;
    },
  };
}

function entityOf(representation: Record<string, unknown>, keyFields: ReadonlyMap<string, string>): Invented {
  const name = String(representation.__typename);
  const key = representation[keyFields.get(name) as string];
  if (typeof key !== 'string') {
    throw new TypeError(`Expected the key of ${name} in its representation.`);
  }
  return { __typename: name, identity: `${name}:${key}` };
}

/** The key field of each entity of a supergraph whose entities have one. */
export function keyFieldByEntity(supergraph: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const definition of parse(supergraph).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      const value = directive.arguments?.find(({ name }) => name.value === 'key')?.value;
      if (directive.name.value === 'join__type' && value?.kind === Kind.STRING) {
        keys.set(definition.name.value, value.value);
      }
    }
  }
  return keys;
}

function withEntities(schema: GraphQLSchema, entities: readonly string[]): GraphQLSchema {
  const extension = `scalar _Any union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return extendSchema(buildASTSchema(parse(printSchema(schema))), parse(extension));
}
