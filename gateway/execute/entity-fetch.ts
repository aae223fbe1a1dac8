import type { FetchNode, PlanNode } from '../plan/planner.ts';
import { causeOf, checkAnswer, isCause, pathOf, reportBelow } from './answer-errors.ts';
import type { Data } from './data.ts';
import {
  compileEntityCall,
  type EntityCall,
  type EntityCallPlan,
  EntityRequest,
  isEntityOrNull,
  RepresentationList,
} from './entity-call.ts';
import type { ExecutionState } from './execution-state.ts';
import { FetchDocument } from './facets.ts';
import { placesRead, placesWritten } from './fetch-places.ts';
import { ask, type FetchStep, type FetchTarget, fetchTarget, usedVariables } from './fetch-step.ts';
import { copyOf, mergeInto } from './merge.ts';
import type { PlanContext } from './plan-context.ts';
import { type Cause, invalid, unavailable } from './report.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-fetch.ts';
import type { TypeIndex } from './type-index.ts';

type EntityNode = FetchNode | Extract<PlanNode, { kind: 'BatchFetch' }>;

/** Compiles a fetch of entities: one `_entities` call, or several in one request. */
export function compileEntityFetch(
  node: EntityNode,
  plans: readonly EntityCallPlan[],
  context: PlanContext,
): FetchStep {
  const target = fetchTarget(node);
  const document = new FetchDocument(node.operation);
  const calls = plans.map((plan) => compileEntityCall(plan, target.subgraph, document, context));
  return {
    target,
    reads: new Set(plans.flatMap((plan, index) => placesRead(plan.requires, calls[index]?.paths ?? []))),
    writes: new Set(calls.flatMap((call) => placesWritten(call, document))),
    run: (state) => new EntityExecution(target, calls, state, context.types).run(),
    abandon: (state, reason) => new EntityExecution(target, calls, state, context.types).abandon(reason),
  };
}

const NONE: ReadonlySet<unknown> = new Set();

class EntityExecution {
  private readonly target: FetchTarget;
  private readonly state: ExecutionState;
  private readonly types: TypeIndex;
  private readonly requests: EntityRequest[] = [];

  constructor(target: FetchTarget, calls: readonly EntityCall[], state: ExecutionState, types: TypeIndex) {
    this.target = target;
    this.state = state;
    this.types = types;
    for (const call of calls) {
      // Calls of one variable share what they ask for.
      const list = this.requests.find((one) => one.call.variable === call.variable)?.list ?? new RepresentationList();
      const request = new EntityRequest(call, state, list);
      request.collect();
      this.requests.push(request);
    }
  }

  run(): void | Promise<void> {
    for (const request of this.requests) {
      request.reportIncomplete();
    }
    if (this.requests.every(({ targets }) => targets.length === 0)) {
      return;
    }
    const variables = usedVariables(this.target, this.state.variables) ?? {};
    for (const { call, list } of this.requests) {
      variables[call.variable] = list.values;
    }
    return ask(
      this.target,
      variables,
      this.state,
      (answer) => this.accept(answer),
      (cause) => this.failAll(cause),
    );
  }

  abandon(reason: unknown): void {
    this.failAll(unavailable(this.target.subgraph, reason));
  }

  private accept(answer: SubgraphAnswer): void {
    const checked = checkAnswer(this.target.subgraph, answer);
    if (isCause(checked)) {
      this.failAll(checked);
      return;
    }
    const { data, errors } = checked;
    if (errors.length === 0) {
      for (const request of this.requests) {
        this.acceptCall(request, data?.[request.call.alias], errors);
      }
      return;
    }
    const stray = errors.filter((error) => !this.requests.some(({ call }) => call.alias === pathOf(error)[0]));
    const [first] = stray;
    if (data === undefined && first !== undefined) {
      // An error that names no entity explains every facet where there is no data.
      this.failAll(causeOf(this.target.subgraph, first));
      return;
    }
    for (const request of this.requests) {
      const own = errors.filter((error) => pathOf(error)[0] === request.call.alias);
      this.acceptCall(request, data?.[request.call.alias], own);
    }
    for (const error of stray) {
      const place = this.requests[0]?.call.paths[0]?.firstList ?? [];
      this.state.report.addOnce(causeOf(this.target.subgraph, error), place);
    }
  }

  private acceptCall(request: EntityRequest, answered: unknown, errors: readonly SubgraphError[]): void {
    const { call, targets, order } = request;
    const { subgraph } = this.target;
    const whole = { department: subgraph, whole: true };
    const asked = request.list.values.length;
    if (!Array.isArray(answered) || answered.length !== asked || !answered.every(isEntityOrNull)) {
      // Without data the errors, here or beside, say why; with another shape than asked for, nothing says it.
      const [error] = errors;
      if (error !== undefined) {
        request.fail(targets, causeOf(subgraph, error), whole);
      } else if (answered !== undefined && answered !== null) {
        request.fail(targets, invalid(subgraph, `a list of ${asked} entities`), whole);
      } else {
        request.fail(targets, unavailable(subgraph, undefined), whole);
      }
      return;
    }
    const entities: readonly (Data | null)[] = answered;
    call.rewrite?.(entities);
    // Only where entities share an answer does one have to know which were given before.
    const given = asked < targets.length ? new Set<Data>() : undefined;
    for (let position = 0; position < targets.length; position++) {
      const entity = entities[order[position] as number];
      if (entity !== null && entity !== undefined) {
        // Later merges would otherwise write into two places at once.
        mergeInto(targets[position] as Data, given?.has(entity) ? copyOf(entity) : entity, this.types);
        given?.add(entity);
      }
    }
    const failed = errors.length === 0 ? NONE : this.acceptErrors(request, entities, errors);
    for (let index = 0; index < entities.length; index++) {
      if (entities[index] === null && !failed.has(index)) {
        request.targetsOf(index).forEach((target) => request.knowNothingOf(target));
      }
    }
  }

  /** Reports the errors of single entities to everyone who asked for them; the result names those entities. */
  private acceptErrors(
    request: EntityRequest,
    entities: readonly (Data | null)[],
    errors: readonly SubgraphError[],
  ): ReadonlySet<unknown> {
    const { subgraph } = this.target;
    const failed = new Set<unknown>();
    const places = request.locate();
    const reported = new Map<number, Set<unknown>>();
    for (const error of errors) {
      const [, index, ...rest] = pathOf(error);
      const cause = causeOf(subgraph, error);
      if (typeof index !== 'number') {
        request.fail(request.targets, cause, { department: subgraph, whole: true });
        entities.forEach((_, position) => failed.add(position));
        continue;
      }
      failed.add(index);
      const tail = request.call.rename(rest);
      for (const entity of request.targetsOf(index)) {
        if (tail.length === 0) {
          request.fail([entity], cause, { department: subgraph, whole: false });
        } else {
          reportBelow(this.state, entity, places.get(entity) ?? [], tail, subgraph, cause);
        }
      }
      reported.set(index, (reported.get(index) ?? new Set()).add(tail[0]));
    }
    // A null that rose to the entity took its other facets along.
    for (const [index, keys] of reported) {
      if (entities[index] === null && !keys.has(undefined)) {
        const lost = { department: subgraph, whole: false };
        request.fail(request.targetsOf(index), unavailable(subgraph, undefined), lost, keys);
      }
    }
    return failed;
  }

  private failAll(cause: Cause): void {
    for (const request of this.requests) {
      request.fail(request.targets, cause, { department: this.target.subgraph, whole: true });
    }
  }
}
