import type { Database } from '../register/database.ts';
import type { KeyRing } from './keys/key-ring.ts';
import type { SecretKey } from './keys/secret-ring.ts';
import { areaPatterns, type Viewer } from './viewer.ts';

/** What every resolver of a subgraph works with: one instance a request, never shared between viewers. */
export class SubgraphContext {
  readonly viewer: Viewer;
  readonly database: Database;
  /** What encrypts this department's cursors. */
  readonly cursorKeys: KeyRing<SecretKey>;
  /** LIKE patterns of the viewer's areas, ready for `area_code LIKE ANY($n)`. */
  readonly areas: readonly string[];
  /** Ids visible whatever their area: the matter's subjects and the parties of matters already shown. */
  readonly subjects: Set<string>;
  /** What this request let out: field set → person ids. */
  readonly disclosed = new Map<string, Set<string>>();
  /** Ids that became visible as parties during this request. */
  readonly admitted = new Set<string>();
  // Not `#scopes`: Apollo Server hands resolvers a shallow copy of the context, which would lack true private fields.
  private readonly scopes: ReadonlySet<string>;
  private readonly matterScopes: ReadonlySet<string>;
  private readonly matterSubjects: ReadonlySet<string>;
  private readonly caches = new Map<object, unknown>();

  constructor(viewer: Viewer, database: Database, cursorKeys: KeyRing<SecretKey>) {
    this.viewer = viewer;
    this.database = database;
    this.cursorKeys = cursorKeys;
    this.areas = areaPatterns(viewer);
    this.scopes = new Set(viewer.scopes);
    this.matterScopes = new Set(viewer.matterScopes);
    this.matterSubjects = new Set([
      ...(viewer.matter?.persons ?? []),
      ...(viewer.matter?.households ?? []),
      ...(viewer.matter?.caseNumber ? [viewer.matter.caseNumber] : []),
    ]);
    this.subjects = new Set([...this.matterSubjects, ...viewer.admitted]);
  }

  /** How far a scope reaches for this viewer: every record of the areas, the matter's subjects alone, or nothing. */
  reach(scope: string): 'areas' | 'matter' | 'nothing' {
    if (this.scopes.has(scope)) return 'areas';
    return this.matterScopes.has(scope) ? 'matter' : 'nothing';
  }

  /** Whether the matter in hand concerns this person, household or case number. */
  isMatterSubject(key: string): boolean {
    return this.matterSubjects.has(key);
  }

  /** Makes parties of a visible matter visible for the rest of the request, wherever they live. */
  admit(ids: Iterable<string>): void {
    for (const id of ids) {
      this.subjects.add(id);
      this.admitted.add(id);
    }
  }

  /** Records that these people's fields leave the register. */
  disclose(fields: string, persons: Iterable<string>): void {
    let known = this.disclosed.get(fields);
    if (!known) this.disclosed.set(fields, (known = new Set()));
    for (const person of persons) known.add(person);
  }

  /** The request's own instance of something made once per owner, such as a loader's cache. */
  once<Made>(owner: object, make: () => Made): Made {
    let made = this.caches.get(owner) as Made | undefined;
    if (made === undefined) this.caches.set(owner, (made = make()));
    return made;
  }
}
