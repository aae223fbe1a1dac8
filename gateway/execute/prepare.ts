import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ComputedFields } from '../plan/computed-fields.ts';
import type { RefuseContextual } from '../plan/contextual-fields.ts';
import type { FieldOwner } from '../plan/field-owners.ts';
import { decidingVariables } from '../plan/inclusion.ts';
import type { Planner } from '../plan/planner.ts';
import type { PlannerKeyOf } from '../plan/planner-keys.ts';
import type { Refused } from '../plan/refused.ts';
import type { PlanContext } from './plan-context.ts';
import { type CoerceVariables, compileVariables } from './variables.ts';
import { compileVariant, type Variant } from './variant.ts';

/** How many variants of one operation, by the values of its `@skip` and `@include` variables, are kept. */
const MOST_VARIANTS = 32;

/** An operation that is planned and compiled: made once, executed any number of times. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The schema whose types rule variables and introspection. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** Who answers a field, for the errors of the projection. */
  readonly ownerOf: FieldOwner;
  readonly coerce: CoerceVariables;
  /**
   * The operation as these coerced variables leave it, after `@skip` and `@include`. Throws a GraphQLError where there
   * is no plan for it.
   */
  variant(variables: Readonly<Record<string, unknown>>): Variant;
}

/** What operations are prepared with. */
export interface Preparation {
  readonly schema: GraphQLSchema;
  readonly full: GraphQLSchema;
  readonly planner: Planner;
  readonly computed: ComputedFields;
  readonly plannerKey: PlannerKeyOf;
  readonly refuseContextual: RefuseContextual;
  readonly ownerOf: FieldOwner;
  readonly context: PlanContext;
}

/**
 * Plans and compiles one operation of a valid document, without its refused selections.
 * Where variables decide which selections count, each of their variants is planned when it is first executed.
 * Throws a GraphQLError where there is no such operation or no plan for it.
 */
export function prepareOperation(
  preparation: Preparation,
  document: DocumentNode,
  operationName: string | undefined,
  refused: Refused,
  labels: ReadonlySet<string>,
): PreparedOperation {
  const { schema, ownerOf } = preparation;
  const operation = getOperationAST(document, operationName);
  if (operation === undefined || operation === null) {
    throw new GraphQLError(
      operationName === undefined
        ? 'Expected the name of an operation, since the document does not hold exactly one.'
        : 'Expected the name of an operation of the document, found another.',
      { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
    );
  }
  const compile = (variables: Readonly<Record<string, unknown>>) =>
    compileVariant(preparation, { document, operation, refused, labels, variables });
  preparation.refuseContextual(schema, document);
  const prepared = {
    kind: operation.operation,
    schema,
    operation,
    ownerOf,
    coerce: compileVariables(schema, operation),
  };
  const deciding = decidingVariables(document);
  if (deciding.length === 0) {
    const only = compile({});
    return { ...prepared, variant: () => only };
  }

  const variants = new LRUCache<string, Variant>({ max: MOST_VARIANTS });
  const variant = (variables: Readonly<Record<string, unknown>>): Variant => {
    const key = deciding.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = variants.get(key);
    if (known !== undefined) {
      return known;
    }
    const fresh = compile(variables);
    variants.set(key, fresh);
    return fresh;
  };
  return { ...prepared, variant };
}
