import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/**
 * Whether `@skip` and `@include` let a selection count for these coerced variables (GraphQL specification 3.13).
 */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return (directives ?? []).every((directive) => {
    const condition = conditionOf(directive);
    if (condition === undefined) {
      return true;
    }
    const value =
      condition.kind === Kind.VARIABLE
        ? variables[condition.name.value] === true
        : condition.kind === Kind.BOOLEAN && condition.value;
    return value === (directive.name.value === 'include');
  });
}

/** The variables that decide in a document which selections count, in the order of their names. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document as ASTNode, {
    Directive: (directive) => {
      const condition = conditionOf(directive);
      if (condition?.kind === Kind.VARIABLE) {
        names.add(condition.name.value);
      }
    },
  });
  return [...names].sort();
}

function conditionOf({ name, arguments: given }: DirectiveNode) {
  const decides = name.value === 'skip' || name.value === 'include';
  return decides ? given?.find((argument) => argument.name.value === 'if')?.value : undefined;
}
