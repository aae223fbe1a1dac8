import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '../../schema/kit/viewer.ts';

/** Every scope that some coordinate asks for, once. */
export const everyScopeOf = (required: ReadonlyMap<string, string[][]>): string[] => [
  ...new Set([...required.values()].flat(2)),
];

/**
 * The hub itself as a viewer, for finding the matter that a purpose is bound to. It holds every scope and area; what it
 * reads decides a grant and never leaves.
 */
export function systemViewer(everyScope: readonly string[]): Viewer {
  return {
    request: uuidv7(),
    user: 'hub',
    client: 'hub',
    persona: 'hub',
    organization: null,
    department: null,
    areas: [''],
    purpose: null,
    scopes: everyScope,
    matterScopes: [],
    matter: null,
    admitted: [],
    withheld: [],
    breakGlass: false,
  };
}
