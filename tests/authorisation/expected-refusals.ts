import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { scopesOf } from './sealed-fields.ts';
import type { Expected } from './specified-purposes.ts';

/** A refusal as a line: `case.parties Person.identity FORBIDDEN`. */
export type RefusalLine = string;

/** Codes that the access floor answers with before anything is read. */
export const refusalCodes: ReadonlySet<string> = new Set([
  'PURPOSE_REQUIRED',
  'PURPOSE_UNKNOWN',
  'PURPOSE_NOT_PERMITTED',
  'CASE_REQUIRED',
  'FORBIDDEN',
]);

/**
 * Works out by walking an operation, quite apart from the gateway's own reducer, which selections a viewer is refused:
 * each at its path up to the first list, nothing below a refused field.
 */
export function expectedRefusals(
  schema: GraphQLSchema,
  source: string,
  { scopes, refusal }: Expected,
  isIncluded: (name: string) => boolean = () => true,
): ReadonlySet<RefusalLine> {
  const document = parse(source);
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const lines = new Set<RefusalLine>();
  const walk = (set: SelectionSetNode, typeName: string, path: readonly string[], open: boolean): void => {
    for (const selection of set.selections) {
      const conditions = selection.directives?.flatMap((directive) => {
        const value = directive.arguments?.[0]?.value;
        const holds =
          value?.kind === Kind.VARIABLE ? isIncluded(value.name.value) : (value as { value: boolean }).value;
        return holds === (directive.name.value === 'include');
      });
      if (conditions?.includes(false)) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, path, open);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, fragment.typeCondition.name.value, path, open);
      } else {
        const type = schema.getType(typeName);
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        if (!field) continue;
        const below = open ? [...path, selection.alias?.value ?? field.name] : path;
        const asked = scopesOf(typeName, field.name);
        if (asked.length > 0 && !asked.some((scope) => scopes.has(scope))) {
          lines.add(`${below.join('.')} ${typeName}.${field.name} ${refusal}`);
        } else if (selection.selectionSet) {
          const listed = isListType(getNullableType(field.type));
          walk(selection.selectionSet, getNamedType(field.type).name, below, open && !listed);
        }
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, 'Query', [], true);
  }
  return lines;
}
