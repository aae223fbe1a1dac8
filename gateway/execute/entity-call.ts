import type { EntityBatchAlias, FlattenNodePathSegment } from '../plan/planner.ts';
import { type Data, isData, type ResponsePath } from './data.ts';
import { compileEntityPath, type EntityPath } from './entity-path.ts';
import type { ExecutionState } from './execution-state.ts';
import type { FetchDocument } from './facets.ts';
import { compileMissing, type FindMissing } from './missing-input.ts';
import type { PlanContext } from './plan-context.ts';
import { type Cause, type Failure, notComputed } from './report.ts';
import { compileRepresentations, KEYLESS, MISSING, type RepresentationBuilder } from './representations.ts';
import { compileKeyRename, compileRewrites, type KeyRename, type Rewrite } from './rewrites.ts';

/** A field that one `_entities` call adds to its entities. */
interface EntityFacet {
  readonly key: string;
  readonly coordinate: string;
  appliesTo(entity: Data): boolean;
}

/** One `_entities` call of a fetch: where its entities lie, what is sent for each, and what comes back. */
export interface EntityCall {
  /** The response key of the call. */
  readonly alias: string;
  /** The variable that takes the representations. */
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly representations: RepresentationBuilder;
  readonly missing: FindMissing;
  readonly rewrite: Rewrite | undefined;
  readonly rename: KeyRename;
  readonly facets: readonly EntityFacet[];
}

/** What the planner says of one call, in a Flatten around a Fetch as in an alias of a BatchFetch. */
export type EntityCallPlan = Pick<EntityBatchAlias, 'alias' | 'representationsVariableName' | 'requires'> &
  Pick<EntityBatchAlias, 'inputRewrites' | 'outputRewrites'> & { readonly paths: FlattenNodePathSegment[][] };

/** Compiles one `_entities` call. */
export function compileEntityCall(
  plan: EntityCallPlan,
  subgraph: string,
  document: FetchDocument,
  { types, keys }: PlanContext,
): EntityCall {
  const rename = compileKeyRename(plan.outputRewrites);
  return {
    alias: plan.alias,
    variable: plan.representationsVariableName,
    paths: plan.paths.map((path) => compileEntityPath(path, types)),
    representations: compileRepresentations(plan.requires, plan.inputRewrites, subgraph, keys, types),
    missing: compileMissing(plan.requires, types),
    rewrite: compileRewrites(plan.outputRewrites, types),
    rename,
    facets: document.entityFacets(plan.alias).flatMap(({ key, typeName, fieldName }) => {
      if (fieldName === '__typename') {
        return [];
      }
      const fitting = types.fitting([typeName]);
      return {
        key: String(rename([key])[0]),
        coordinate: `${typeName}.${fieldName}`,
        appliesTo: (entity) => typeof entity.__typename !== 'string' || fitting.has(entity.__typename),
      };
    }),
  };
}

/** The entities of one call in one execution, and the representations asked for them. */
export class EntityRequest {
  readonly call: EntityCall;
  /** The representations of its variable. */
  readonly list: RepresentationList;
  /** Entities in the order found; `order[i]` is the index of the representation that `targets[i]` asked for. */
  readonly targets: Data[] = [];
  readonly order: number[] = [];
  private readonly incomplete: { readonly entity: Data; readonly failure: Failure }[] = [];
  private readonly state: ExecutionState;

  constructor(call: EntityCall, state: ExecutionState, list: RepresentationList) {
    this.call = call;
    this.state = state;
    this.list = list;
  }

  /** Finds the entities and adds what they ask for to the list of representations, each once. */
  collect(): void {
    const { call, state, list } = this;
    const found: Data[] = [];
    for (const path of call.paths) {
      path.collect(state.data, found);
    }
    for (const entity of found) {
      const failure = state.report.hasFailures ? call.missing.failed(entity, state.report) : undefined;
      if (failure !== undefined) {
        this.incomplete.push({ entity, failure });
        continue;
      }
      const representation = this.build(entity);
      if (representation === KEYLESS) {
        this.knowNothingOf(entity);
      } else if (representation === MISSING) {
        // What nobody asked for of this object is not missed; what somebody did, the projection finds unanswered.
        continue;
      } else if (representation !== undefined) {
        this.targets.push(entity);
        this.order.push(list.add(representation, call.representations.identify(representation)));
      }
    }
  }

  /** An entity whose data defies the build costs itself alone. */
  private build(entity: Data): ReturnType<RepresentationBuilder['build']> {
    try {
      return this.call.representations.build(entity);
    } catch {
      return MISSING;
    }
  }

  /** Reports the entities that could not be asked for, since an input of theirs failed. */
  reportIncomplete(): void {
    for (const { entity, failure } of this.incomplete) {
      this.fail([entity], notComputed(failure.department), failure);
    }
  }

  /** The subgraph has no record of the entity: that is an answer, and its facets are null. */
  knowNothingOf(entity: Data): void {
    for (const { key, appliesTo } of this.call.facets) {
      if (entity[key] === undefined && appliesTo(entity)) {
        entity[key] = null;
      }
    }
  }

  /** The entities that asked for one representation. */
  targetsOf(index: number): Data[] {
    return this.targets.filter((_, position) => this.order[position] === index);
  }

  /** Marks and reports every facet of these entities (all by default) as lost, but for the ones already reported. */
  fail(entities: readonly Data[], cause: Cause, failure: Failure, reported?: ReadonlySet<unknown>): void {
    const { call, state } = this;
    const places = failure.whole ? undefined : this.locate();
    for (const { key, coordinate, appliesTo } of call.facets) {
      const told: Cause = { ...cause, extensions: { ...cause.extensions, coordinate } };
      for (const entity of entities) {
        if (reported?.has(key) || !appliesTo(entity)) {
          continue;
        }
        state.report.fail(entity, key, failure);
        const exact = places?.get(entity);
        if (exact !== undefined) {
          this.tell(told, [...exact, key], [...exact, key]);
        }
        for (const { keys, firstList, passesList } of exact === undefined ? call.paths : []) {
          this.tell(told, [...keys, key], passesList ? firstList : [...keys, key]);
        }
      }
    }
  }

  /** The paths of all entities of the call, for errors. */
  locate(): Map<Data, ResponsePath> {
    const places = new Map<Data, ResponsePath>();
    for (const path of this.call.paths) {
      path.locate(this.state.data, places);
    }
    return places;
  }

  private tell(cause: Cause, selected: ResponsePath, path: ResponsePath): void {
    if (this.state.report.isSelected(selected)) {
      this.state.report.addOnce(cause, path);
    }
  }
}

/** The representations of one variable, each distinct one once. */
export class RepresentationList {
  readonly values: Data[] = [];
  private readonly indices = new Map<unknown, number>();

  /** The index of this representation, or of the equal one that is there already. */
  add(representation: Data, identity: unknown): number {
    const known = this.indices.get(identity);
    if (known !== undefined) {
      return known;
    }
    const index = this.values.push(representation) - 1;
    this.indices.set(identity, index);
    return index;
  }
}

/** Whether an item of `_entities` has the shape of one: an object, or null where the subgraph knows none. */
export function isEntityOrNull(value: unknown): value is Data | null {
  return value === null || isData(value);
}
