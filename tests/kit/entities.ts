/** A query of entities by their representations, `$of`. */
export const entities = (typeName: string, selection: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeName} { ${selection} } } }`;

/** Representations of people. */
export const people = (...ids: readonly string[]): { readonly of: readonly object[] } => ({
  of: ids.map((id) => ({ __typename: 'Person', id })),
});
