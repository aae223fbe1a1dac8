import type { FetchNode } from '../plan/planner.ts';
import { causeOf, checkAnswer, isCause, pathOf, reportBelow } from './answer-errors.ts';
import type { ExecutionState } from './execution-state.ts';
import { type Facet, FetchDocument } from './facets.ts';
import { ask, type FetchStep, fetchTarget, usedVariables } from './fetch-step.ts';
import { mergeInto } from './merge.ts';
import { type Cause, unavailable } from './report.ts';
import { compileKeyRename, compileRewrites } from './rewrites.ts';
import type { SubgraphAnswer } from './subgraph-fetch.ts';
import type { TypeIndex } from './type-index.ts';

/** Compiles a fetch of root fields. */
export function compileRootFetch(node: FetchNode, rootType: string, types: TypeIndex): FetchStep {
  const target = fetchTarget(node);
  const { subgraph } = target;
  const document = new FetchDocument(node.operation);
  const rewrite = compileRewrites(node.outputRewrites, types);
  const rename = compileKeyRename(node.outputRewrites);
  const facets: readonly Facet[] = document
    .rootFacets(rootType)
    .map((facet) => ({ ...facet, key: String(rename([facet.key])[0]) }));

  const fail = (state: ExecutionState, cause: Cause, lost: readonly Facet[] = facets) => {
    for (const { key, typeName, fieldName } of lost) {
      if (fieldName === '__typename') {
        continue;
      }
      state.report.fail(state.data, key, { department: subgraph, whole: true });
      if (state.report.isSelected([key])) {
        const extensions = { ...cause.extensions, coordinate: `${typeName}.${fieldName}` };
        state.report.addOnce({ ...cause, extensions }, [key]);
      }
    }
  };

  const accept = (state: ExecutionState, answer: SubgraphAnswer) => {
    const checked = checkAnswer(subgraph, answer);
    if (isCause(checked)) {
      fail(state, checked);
      return;
    }
    const { data, errors } = checked;
    if (data !== undefined) {
      rewrite?.(data);
      mergeInto(state.data, data, types);
    }
    const named = new Set<unknown>();
    for (const error of errors) {
      const path = rename(pathOf(error));
      named.add(path[0]);
      if (path.length > 0) {
        reportBelow(state, state.data, [], path, subgraph, causeOf(subgraph, error));
      } else if (data === undefined) {
        fail(state, causeOf(subgraph, error));
        return;
      } else {
        state.report.add(causeOf(subgraph, error), undefined);
      }
    }
    if (data === undefined) {
      fail(
        state,
        unavailable(subgraph, undefined),
        facets.filter(({ key }) => !named.has(key)),
      );
    }
  };

  return {
    target,
    reads: new Set(),
    writes: new Set(document.written(undefined).map((place) => rename(place.split('.')).join('.'))),
    run: (state) =>
      ask(
        target,
        usedVariables(target, state.variables),
        state,
        (answer) => accept(state, answer),
        (cause) => fail(state, cause),
      ),
    abandon: (state, reason) => fail(state, unavailable(subgraph, reason)),
  };
}
