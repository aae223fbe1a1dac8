/** Something that a department took back for its register. */
export interface Withdrawal {
  readonly department: string;
  readonly kind: 'FIELD' | 'SCOPE' | 'PURPOSE';
  /** A coordinate (`Person.legalAid`), a scope, or the code of a purpose. */
  readonly name: string;
}

/** What the graph asks for and who answers it: all that is needed to know what a withdrawal reaches. */
export interface GraphRules {
  /** Alternatives of scopes that each coordinate asks for. */
  readonly required: ReadonlyMap<string, string[][]>;
  /** The only department that answers a coordinate. */
  readonly ownerOf: (coordinate: string) => string | undefined;
}

/** What is taken back from one request. */
export interface Withdrawn {
  /** Equal for requests from which the same is taken back. */
  readonly key: string;
  takesCoordinate(coordinate: string): boolean;
  takesScope(scope: string): boolean;
}

/** Nothing is taken back. */
export const NOTHING_WITHDRAWN: Withdrawn = { key: '', takesCoordinate: () => false, takesScope: () => false };

/**
 * Works out what departments took back from a request for this purpose: fields and scopes by name, and of a purpose all
 * that the department answers under a scope. A scope goes with the last of its fields, so that a department that runs
 * apart is not shown it either.
 */
export function withdrawnFrom(
  purpose: string | undefined,
  withdrawals: readonly Withdrawal[],
  { required, ownerOf }: GraphRules,
): Withdrawn {
  const meant = withdrawals.filter(({ kind, name }) => kind !== 'PURPOSE' || name === purpose);
  if (meant.length === 0) return NOTHING_WITHDRAWN;
  const named = (wanted: Withdrawal['kind']) => meant.filter(({ kind }) => kind === wanted);
  const fields = new Set(named('FIELD').map(({ name }) => name));
  const scopes = new Set(named('SCOPE').map(({ name }) => name));
  const departments = new Set(named('PURPOSE').map(({ department }) => department));
  const isClosed = (coordinate: string) => required.get(coordinate)?.some((alternative) => alternative.length > 0);
  const takesCoordinate = (coordinate: string) =>
    fields.has(coordinate) ||
    (departments.size > 0 && departments.has(ownerOf(coordinate) ?? '') && isClosed(coordinate) === true);
  const emptied = (scope: string) => {
    const asking = [...required].filter(([, alternatives]) => alternatives.flat().includes(scope));
    return fields.size > 0 && asking.length > 0 && asking.every(([coordinate]) => fields.has(coordinate));
  };
  return {
    key: meant
      .map(({ department, kind, name }) => `${department} ${kind} ${name}`)
      .sort()
      .join(','),
    takesCoordinate,
    takesScope: (scope) => scopes.has(scope) || departments.has(scope.split('.', 1)[0] ?? '') || emptied(scope),
  };
}
