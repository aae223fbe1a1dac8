import type { RefusalCode } from '../../schema/kit/refusals.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { Identity } from './identity.ts';
import { type MatterAnswer, type MatterInHand, matterInHand } from './matter.ts';
import type { PolicyStore, Purpose } from './purpose.ts';

/** What a request states about itself. */
export interface Statement {
  readonly request: string;
  /** `X-Purpose`. */
  readonly purpose: string | undefined;
  /** `X-Case`. */
  readonly caseNumber: string | undefined;
}

/** What a request may see: token ∩ purpose ∩ matter. */
export interface Grant {
  readonly viewer: Viewer;
  readonly purpose: Purpose | null;
  /** Why a scope that is not granted is refused. */
  readonly refusal: RefusalCode;
}

/** Finds the matter that a purpose is bound to, by its look-up operation; says so where its register is down. */
export type FindMatter = (lookup: string, key: string) => Promise<MatterAnswer | null | 'SOURCE_UNAVAILABLE'>;

/** Works out what an identity may see for the purpose and the matter that its request states. Nothing is remembered. */
export async function grant(
  identity: Identity,
  stated: Statement,
  policy: PolicyStore,
  findMatter: FindMatter,
): Promise<Grant> {
  if (!stated.purpose) return refused(identity, stated, null, 'PURPOSE_REQUIRED');
  const purpose = await policy.purpose(stated.purpose);
  if (!purpose) return refused(identity, stated, null, 'PURPOSE_UNKNOWN');
  if (!purpose.personas.includes(identity.persona)) return refused(identity, stated, purpose, 'PURPOSE_NOT_PERMITTED');
  const held = new Set(identity.scopes);
  const within = (scopes: readonly string[]) => scopes.filter((scope) => held.has(scope));
  if (purpose.boundTo === 'AREA' && identity.areas.length === 0) return refused(identity, stated, purpose, 'FORBIDDEN');
  const bound = await bind(identity, stated, purpose, findMatter);
  if (typeof bound === 'string') return refused(identity, stated, purpose, bound);
  const opens = new Set(bound?.opens);
  return {
    purpose,
    refusal: 'FORBIDDEN',
    viewer: viewerOf(identity, stated, purpose, {
      scopes: within(purpose.scopes),
      matterScopes: within(purpose.matterScopes).filter((scope) => opens.has(scope)),
      matter: bound?.matter ?? null,
    }),
  };
}

/** The matter of a purpose that needs one; null for a purpose that needs none. */
async function bind(
  identity: Identity,
  stated: Statement,
  purpose: Purpose,
  findMatter: FindMatter,
): Promise<MatterInHand | null | 'CASE_REQUIRED' | 'FORBIDDEN' | 'SOURCE_UNAVAILABLE'> {
  switch (purpose.boundTo) {
    case 'CASE':
    case 'DISPATCH': {
      if (!stated.caseNumber || !purpose.lookup) return 'CASE_REQUIRED';
      const answer = await findMatter(purpose.lookup, stated.caseNumber);
      if (answer === 'SOURCE_UNAVAILABLE') return answer;
      return matterInHand(purpose, answer, identity.organization) ?? 'CASE_REQUIRED';
    }
    case 'OWN_RECORD':
      if (!identity.person) return 'FORBIDDEN';
      return {
        matter: { caseNumber: null, persons: [identity.person], households: [] },
        opens: purpose.matterScopes,
      };
    case 'OWN_DEPARTMENT':
      return identity.department ? null : 'FORBIDDEN';
    default:
      return null;
  }
}

function refused(identity: Identity, stated: Statement, purpose: Purpose | null, refusal: RefusalCode): Grant {
  const nothing = { scopes: [], matterScopes: [], matter: null };
  return { purpose, refusal, viewer: viewerOf(identity, stated, purpose, nothing) };
}

function viewerOf(
  { user, client, persona, organization, department, areas }: Identity,
  { request }: Statement,
  purpose: Purpose | null,
  granted: Pick<Viewer, 'scopes' | 'matterScopes' | 'matter'>,
): Viewer {
  const who = { request, user, client, persona, organization, department, areas };
  return { ...who, purpose: purpose?.code ?? null, admitted: [], withheld: [], breakGlass: false, ...granted };
}
