import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';
import { overrideLabels, plannerLabel } from './override-labels.ts';

/** A supergraph as the planner takes it. */
export interface PlannerSupergraph {
  readonly sdl: string;
  /** The subgraph that the planner calls so. */
  nameOf(serviceName: string): string;
}

/**
 * Writes a supergraph for the planner: labels of progressive overrides are left to the caller's choice, and subgraphs
 * are renamed where their order matters to it. Any other supergraph stays as it is.
 */
export function plannerSupergraph(supergraph: string): PlannerSupergraph {
  const document = parse(supergraph, { noLocation: true });
  const renamed = subgraphOrder(document);
  const labels = overrideLabels(supergraph);
  if (renamed.size === 0 && labels.length === 0) {
    return { sdl: supergraph, nameOf: (serviceName) => serviceName };
  }
  const names = subgraphNames(document.definitions);
  const changed = visit(document, {
    EnumValueDefinition: (value) => {
      const name = renamed.get(value.name.value);
      return name === undefined
        ? undefined
        : { ...value, directives: value.directives?.map((one) => given(one, 'name', name)) };
    },
    Directive: (directive) => {
      const label = argumentOf(directive as ConstDirectiveNode, 'overrideLabel');
      return typeof label === 'string'
        ? given(directive as ConstDirectiveNode, 'overrideLabel', plannerLabel(label))
        : undefined;
    },
  });
  const original = new Map([...renamed].map(([graph, name]) => [name, names.get(graph) as string]));
  return { sdl: print(changed), nameOf: (serviceName) => original.get(serviceName) ?? serviceName };
}

/** The directive with another text for one of its arguments. */
function given(directive: ConstDirectiveNode, argument: string, value: string): ConstDirectiveNode {
  return {
    ...directive,
    arguments: directive.arguments?.map((one) =>
      one.name.value === argument ? { ...one, value: { kind: Kind.STRING, value } } : one,
    ),
  };
}

/**
 * New names for the values of `join__Graph` where the order of subgraphs matters. The planner reads them by name, and finds no way to
 * the implementers of an interface where a subgraph that only extends it (`@interfaceObject`) comes before one that
 * knows them.
 */
function subgraphOrder(document: DocumentNode): ReadonlyMap<string, string> {
  const names = subgraphNames(document.definitions);
  const before = new Map<string, Set<string>>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    const joins = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? [];
    const extending = joins.filter((join) => argumentOf(join, 'isInterfaceObject') === true);
    for (const extender of extending) {
      const graph = String(argumentOf(extender, 'graph'));
      const knowing = joins
        .filter((join) => !extending.includes(join))
        .map((join) => String(argumentOf(join, 'graph')));
      before.set(graph, new Set([...(before.get(graph) ?? []), ...knowing]));
    }
  }
  if (before.size === 0) {
    return new Map();
  }
  const order = ordered([...names.keys()], before);
  return new Map(order.map((graph, rank) => [graph, `${String(rank).padStart(4, '0')}_${names.get(graph)}`]));
}

/** The graphs by name, each after those that must come before it as far as these are not in a circle. */
function ordered(graphs: readonly string[], before: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Set(graphs.toSorted());
  const result: string[] = [];
  while (left.size > 0) {
    const isFree = (graph: string) =>
      [...(before.get(graph) ?? [])].every((other) => other === graph || !left.has(other));
    const next = [...left].find(isFree) ?? ([...left][0] as string);
    left.delete(next);
    result.push(next);
  }
  return result;
}
