import { parse, visit } from 'graphql';
import { argumentOf } from './join-directives.ts';

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/** Chooses among the labels of a supergraph's progressive overrides those that are active for one request. */
export type ChooseLabels = (labels: readonly string[]) => ReadonlySet<string>;

/** The labels of a supergraph's progressive overrides (`@override(from:, label:)`), each once, sorted. */
export function overrideLabels(supergraph: string): readonly string[] {
  const labels = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    Directive: (directive) => {
      const label =
        directive.name.value === 'join__field' ? argumentOf(directive as never, 'overrideLabel') : undefined;
      if (typeof label === 'string') {
        labels.add(label);
      }
    },
  });
  return [...labels].sort();
}

/** Makes `percent(x)` active where the request drew less than x out of 100; other labels stay inactive. */
export function drawnLabels(draw: () => number = () => Math.random() * 100): ChooseLabels {
  return (labels) => {
    const drawn = draw();
    return new Set(labels.filter((label) => drawn < Number(PERCENT.exec(label)?.[1] ?? 0)));
  };
}

/**
 * The label under which the planner is told of one: it would draw percentages by itself, one number for all of them,
 * whereas here each label is active or not by the caller's choice.
 */
export function plannerLabel(label: string): string {
  return label.replace(PERCENT, 'percent=$1');
}
