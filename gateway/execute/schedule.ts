import type { PlanNode } from '../plan/planner.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import type { ExecutionState } from './execution-state.ts';
import type { FetchStep } from './fetch-step.ts';
import type { PlanContext } from './plan-context.ts';
import { compileRootFetch } from './root-fetch.ts';

/** The fetches of a plan, each with those that wait for it. */
export interface Schedule {
  readonly steps: readonly FetchStep[];
  /** For each step, how many others must end before it starts. */
  readonly needs: readonly number[];
  /** For each step, the ones that need it. */
  readonly dependants: readonly (readonly number[])[];
}

/**
 * Compiles a plan into a schedule by data flow: a fetch waits for the earlier ones that fill what it reads, not for the
 * whole wave before it. The fetches of a mutation keep the planner's order, since effects are ordered.
 */
export function compileSchedule(plan: PlanNode, isMutation: boolean, context: PlanContext): Schedule {
  const steps: FetchStep[] = [];
  const needs: number[] = [];
  const dependants: number[][] = [];

  const add = (step: FetchStep, before: readonly number[]): number[] => {
    const index = steps.push(step) - 1;
    const needed = before.filter((one) => isMutation || meet((steps[one] as FetchStep).writes, step.reads));
    needs.push(needed.length);
    dependants.push([]);
    for (const one of needed) {
      dependants[one]?.push(index);
    }
    return [index];
  };

  /** Adds the fetches of a node, which may need any of `before`, and returns them. */
  const visit = (node: PlanNode, before: readonly number[]): number[] => {
    switch (node.kind) {
      case 'Sequence': {
        const within: number[] = [];
        for (const child of node.nodes) {
          within.push(...visit(child, [...before, ...within]));
        }
        return within;
      }
      case 'Parallel':
        return node.nodes.flatMap((child) => visit(child, before));
      case 'Subscription':
        return add(compileRootFetch(node.primary, context.rootType('subscription'), context.types), before);
      case 'Fetch':
        return add(compileRootFetch(node, context.rootType(node.operationKind ?? 'query'), context.types), before);
      case 'BatchFetch':
        return add(compileEntityFetch(node, node.entityBatch.aliases, context), before);
      case 'Flatten': {
        const fetch = node.node;
        if (fetch.kind !== 'Fetch' || fetch.requires === undefined) {
          throw new TypeError(`Expected an entity fetch under a path of the plan, found ${fetch.kind}.`);
        }
        const { requires, inputRewrites, outputRewrites } = fetch;
        const call = { alias: '_entities', representationsVariableName: 'representations', paths: [node.path] };
        return add(compileEntityFetch(fetch, [{ ...call, requires, inputRewrites, outputRewrites }], context), before);
      }
      default:
        throw new TypeError(`Expected a plan of fetches, found ${node.kind}.`);
    }
  };

  visit(plan, []);
  return { steps, needs, dependants };
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((place) => other.has(place));
}

/**
 * Runs a schedule against one state. Returns a promise only while something is pending.
 * When the signal aborts, what is unanswered is reported as unavailable and the run ends.
 */
export function runSchedule(
  { steps, needs, dependants }: Schedule,
  state: ExecutionState,
  signal: AbortSignal | undefined,
): void | Promise<void> {
  const waiting = needs.slice();
  const ended = steps.map(() => false);
  let open = steps.length;
  let settle: (() => void) | undefined;

  const start = (index: number): void => {
    const step = steps[index] as FetchStep;
    if (state.closed) {
      return;
    }
    const pending = step.run(state);
    if (pending === undefined) {
      finish(index);
    } else {
      void pending.then(() => finish(index));
    }
  };
  const finish = (index: number): void => {
    ended[index] = true;
    open -= 1;
    for (const dependant of dependants[index] as readonly number[]) {
      waiting[dependant] = (waiting[dependant] as number) - 1;
      if (waiting[dependant] === 0) {
        start(dependant);
      }
    }
    if (open === 0) {
      settle?.();
    }
  };
  const abandon = (): void => {
    for (const [index, step] of steps.entries()) {
      if (!ended[index]) {
        step.abandon(state, signal?.reason);
      }
    }
    state.closed = true;
    settle?.();
  };

  if (signal?.aborted === true) {
    abandon();
    return;
  }
  for (let index = 0; index < steps.length; index++) {
    if (needs[index] === 0) {
      start(index);
    }
  }
  if (open === 0) {
    return;
  }
  return new Promise<void>((resolve) => {
    signal?.addEventListener('abort', abandon, { once: true });
    settle = () => {
      signal?.removeEventListener('abort', abandon);
      resolve();
    };
  });
}
