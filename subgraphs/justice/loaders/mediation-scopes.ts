/** Scopes that open a mediation: the open ones and those of a case, or a person's whole history. */
export type MediationScope = 'justice.mediation:read' | 'justice.mediation:history';

/** Makes a loader for each scope: what hangs on a mediation is read under the scope that opened the mediation. */
export const perMediationScope = <Loader>(make: (scope: MediationScope) => Loader): Record<MediationScope, Loader> => ({
  'justice.mediation:read': make('justice.mediation:read'),
  'justice.mediation:history': make('justice.mediation:history'),
});
