import { type DirectiveNode, Kind } from 'graphql';

/** One `@skip` or `@include`: the selection counts while the variable has this value. */
export interface Condition {
  readonly variable: string;
  readonly equals: boolean;
}

/**
 * Reads `@skip` and `@include` of a selection (GraphQL specification 3.13): the conditions that must all hold,
 * or undefined where a literal already excludes it.
 */
export function inclusionOf(directives: readonly DirectiveNode[] | undefined): readonly Condition[] | undefined {
  if (directives === undefined || directives.length === 0) {
    return NO_CONDITIONS;
  }
  const conditions: Condition[] = [];
  for (const { name, arguments: given } of directives) {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if ((name.value !== 'skip' && name.value !== 'include') || value === undefined) {
      continue;
    }
    const equals = name.value === 'include';
    if (value.kind === Kind.VARIABLE) {
      conditions.push({ variable: value.name.value, equals });
    } else if (value.kind === Kind.BOOLEAN && value.value !== equals) {
      return undefined;
    }
  }
  return conditions;
}

/** No condition: the selection always counts. */
export const NO_CONDITIONS: readonly Condition[] = [];

/** Whether all conditions hold for these coerced variables. */
export function holds(conditions: readonly Condition[], variables: Record<string, unknown>): boolean {
  return conditions.every(({ variable, equals }) => (variables[variable] === true) === equals);
}
