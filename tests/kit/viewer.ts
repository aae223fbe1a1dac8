import type { Viewer } from '../../schema/kit/viewer.ts';

/** A viewer who sees the whole district, and of scopes nothing unless told. */
export const viewer = (changes: Partial<Viewer> = {}): Viewer => ({
  request: 'r',
  user: 'u',
  client: 'c',
  persona: 'handler',
  organization: null,
  department: null,
  areas: ['330803'],
  purpose: 'case-handling',
  scopes: [],
  matterScopes: [],
  matter: null,
  admitted: [],
  withheld: [],
  breakGlass: false,
  ...changes,
});
