import { within } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

/** Refuses variables that hold too many values or nest too deep; throws LimitExceeded. Costs as much as they hold. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  let values = 0;
  const look = (value: object, depth: number): void => {
    within(limits, 'variableDepth', depth);
    const held: unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += held.length;
    within(limits, 'variableValues', values);
    for (const each of held) if (typeof each === 'object' && each !== null) look(each, depth + 1);
  };
  look(variables, 1);
}
