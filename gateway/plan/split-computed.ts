import type { ComputedFields } from './computed-fields.ts';
import { EntityDocument } from './entity-document.ts';
import type { EntityKeys } from './entity-keys.ts';
import type { EntityBatchAlias, PlanNode, RequiresSelection } from './planner.ts';

type BatchFetch = Extract<PlanNode, { kind: 'BatchFetch' }>;

/**
 * Parts each entity fetch that mixes computed fields (`@requires`) with others, so that the others neither wait for the
 * inputs of the computed ones nor fail with them: one department's failure never blanks another's answer.
 */
export function splitComputed(plan: PlanNode, computed: ComputedFields, keys: EntityKeys): PlanNode {
  switch (plan.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...plan, nodes: plan.nodes.map((node) => splitComputed(node, computed, keys)) };
    case 'Flatten': {
      const { node, path } = plan;
      if (node.kind !== 'Fetch' || node.requires === undefined) {
        return plan;
      }
      const { requires, inputRewrites, outputRewrites, ...fetch } = node;
      const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
      const aliases = [{ ...alias, requires, inputRewrites, outputRewrites }];
      const parts = split({ ...fetch, kind: 'BatchFetch', entityBatch: { aliases } }, computed, keys);
      return parts === undefined ? plan : { kind: 'Parallel', nodes: parts };
    }
    case 'BatchFetch': {
      const parts = split(plan, computed, keys);
      return parts === undefined ? plan : { kind: 'Parallel', nodes: parts };
    }
    default:
      return plan;
  }
}

/** The fetch in two, or undefined where all of its fields are of one kind. */
function split(node: BatchFetch, computed: ComputedFields, keys: EntityKeys): BatchFetch[] | undefined {
  const document = new EntityDocument(node.operation);
  const isComputed = (typeName: string, fieldName: string) => computed(node.serviceName, typeName, fieldName);
  const own = document.only((typeName, fieldName) => !isComputed(typeName, fieldName));
  const dependent = document.only(isComputed);
  if (own === undefined || dependent === undefined) {
    return undefined;
  }
  return [own, dependent].map((part) => ({
    ...node,
    operation: part.text,
    variableUsages: node.variableUsages?.filter((name) => part.variables.has(name)),
    entityBatch: {
      aliases: node.entityBatch.aliases.flatMap((alias) => {
        const types = part.typesByAlias.get(alias.alias);
        return types === undefined
          ? []
          : [part === own ? keyOnly(alias, types, node.serviceName, keys) : narrowed(alias, types)];
      }),
    },
  }));
}

/** The alias for entities of these types alone; with rewritten types all stay, since the fetch names others. */
function narrowed(alias: EntityBatchAlias, types: ReadonlySet<string>): EntityBatchAlias {
  if (alias.inputRewrites?.length) {
    return alias;
  }
  return {
    ...alias,
    requires: alias.requires.filter((one) => one.kind !== 'InlineFragment' || types.has(one.typeCondition)),
  };
}

/** The alias with no more input than a key that its subgraph can resolve. */
function keyOnly(
  alias: EntityBatchAlias,
  types: ReadonlySet<string>,
  subgraph: string,
  keys: EntityKeys,
): EntityBatchAlias {
  const requires = narrowed(alias, types).requires.map((fragment): RequiresSelection => {
    if (fragment.kind !== 'InlineFragment') {
      return fragment;
    }
    const sent = new Set(fragment.selections.map(sentName));
    const key = keys(subgraph, fragment.typeCondition).find((fields) => fields.every((field) => sent.has(field)));
    const isKey = (one: RequiresSelection) => key?.includes(sentName(one)) === true || sentName(one) === '__typename';
    return key === undefined ? fragment : { ...fragment, selections: fragment.selections.filter(isKey) };
  });
  return { ...alias, requires };
}

function sentName(selection: RequiresSelection): string {
  return selection.kind === 'Field' ? (selection.alias ?? selection.name) : '';
}
