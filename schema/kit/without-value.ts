import type { GraphQLError } from 'graphql';

const variable = /^Variable "\$(\w+)" got invalid value /;

/** Messages of graphql-js that quote a value, with what may be told instead; the value itself is never matched for. */
const quoting: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^(\w+) cannot represent [\s\S]*$/, (type) => `Expected a value of type ${type}.`],
  [/^Enum "(\w+)" cannot represent [\s\S]*$/, (type) => `Expected a value of the enum ${type}.`],
  [/^Value "[\s\S]*" does not exist in "(\w+)" enum[\s\S]*$/, (type) => `Expected a value of the enum ${type}.`],
  [/^Expected value of type "([\w![\]]+)", found [\s\S]*$/, (type) => `Expected a value of type ${type}.`],
  [/^Expected type "([\w![\]]+)" to be an object\.$/, (type) => `Expected an object of type ${type}.`],
  [/^Field "[\s\S]*" is not defined by type "(\w+)"[\s\S]*$/, (type) => `Expected only fields that ${type} has.`],
  [/^(Syntax Error: [\s\S]*?)(String|BlockString|Int|Float|Name) "[\s\S]*"\.$/, (before, kind) => `${before}${kind}.`],
];

/**
 * What an error says of an operation or its variables, without the value that was found: it may be a name or a number
 * of somebody. An error of a variable that holds its cause keeps what the cause says was expected.
 */
export function withoutValue({ message, originalError }: Pick<GraphQLError, 'message' | 'originalError'>): string {
  const name = variable.exec(message)?.[1];
  if (name === undefined) return told(message);
  const cause = originalError && !variable.test(originalError.message) ? told(originalError.message) : undefined;
  return `Variable "$${name}": ${cause ?? 'expected a value that its type takes.'}`;
}

function told(message: string): string {
  for (const [pattern, instead] of quoting) {
    const found = pattern.exec(message);
    if (found) return instead(...found.slice(1));
  }
  return message;
}
