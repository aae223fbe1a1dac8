import type { RefusalCode } from '../../schema/kit/refusals.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import { type GlassAsked, type GlassRegister, type GlassStated, readGlass } from './break-glass.ts';
import type { Identity } from './identity.ts';
import { LOOKUP_SCOPE } from './lookups.ts';
import { type MatterAnswer, type MatterInHand, matterInHand } from './matter.ts';
import type { Policy, PolicyStore, Purpose } from './purpose.ts';
import { statisticsAlone } from './statistics-alone.ts';
import { type GraphRules, type Withdrawn, withdrawnFrom } from './withdrawn.ts';

/** What a request states about itself. */
export interface Statement {
  readonly request: string;
  /** `X-Purpose`. */
  readonly purpose: string | undefined;
  /** `X-Case`. */
  readonly caseNumber: string | undefined;
  /** `X-Break-Glass`. */
  readonly glass?: GlassStated | undefined;
}

/** What a request may see: token ∩ purpose ∩ matter, less what departments took back. */
export interface Grant {
  readonly viewer: Viewer;
  readonly purpose: Purpose | null;
  /** Why a scope that is not granted is refused. */
  readonly refusal: RefusalCode;
  readonly withdrawn: Withdrawn;
  /** Scopes that would be granted, had no department taken them back. */
  readonly takenBack: readonly string[];
  /** Whether the viewer took in the matter in hand himself. */
  readonly selfAccepted: boolean;
}

/** Finds the matter that a purpose is bound to, by its look-up operation; says so where its register is down. */
export type FindMatter = (lookup: string, key: string) => Promise<MatterAnswer | null | 'SOURCE_UNAVAILABLE'>;

/** What grants are worked out with. */
export interface GrantParts {
  readonly policy: PolicyStore;
  readonly glass: GlassRegister;
  readonly findMatter: FindMatter;
  readonly rules: GraphRules;
  /** Which scopes may stand beside figures. */
  readonly besideFigures: (scope: string) => boolean;
}

/** Works out what an identity may see for the purpose and the matter that its request states. Nothing is remembered. */
export async function grant(identity: Identity, stated: Statement, parts: GrantParts): Promise<Grant> {
  const policy = await parts.policy.policy();
  const purpose = stated.purpose === undefined ? undefined : policy.purposes.get(stated.purpose);
  const withdrawn = withdrawnFrom(stated.purpose, policy.withdrawals, parts.rules);
  const granting = { identity, stated, purpose: purpose ?? null, withdrawn };
  const fault = purposeFault(stated.purpose, purpose, identity);
  if (fault !== null || !purpose) return refused(granting, fault ?? 'PURPOSE_UNKNOWN');
  const asked = stated.glass && readGlass(stated.glass, purpose, identity);
  if (typeof asked === 'string') return refused(granting, asked);
  if (purpose.boundTo === 'AREA' && identity.areas.length === 0) return refused(granting, 'FORBIDDEN');
  const bound = await bind(granting, purpose, policy, parts, asked);
  if (typeof bound === 'string') return refused(granting, bound);

  const lawful = statisticsAlone(purpose, parts.besideFigures);
  const opens = new Set([...(bound?.opens ?? []), ...(asked ? (purpose.breakGlass?.scopes ?? []) : [])]);
  const held = new Set(identity.scopes);
  const granted = lawful.scopes.filter((scope) => held.has(scope));
  const forMatter = lawful.matterScopes.filter((scope) => held.has(scope) && opens.has(scope));
  const left = (scope: string) => !withdrawn.takesScope(scope);
  const scopes = granted.filter(left);
  return {
    purpose,
    refusal: 'FORBIDDEN',
    withdrawn,
    takenBack: [...granted, ...forMatter].filter(withdrawn.takesScope),
    selfAccepted: bound?.selfAccepted ?? false,
    viewer: viewerOf(granting, {
      scopes,
      matterScopes: forMatter.filter(left),
      matter: bound?.matter ?? null,
      withheld: scopes.includes(LOOKUP_SCOPE) ? [...policy.protectedPersons] : [],
      breakGlass: asked !== undefined,
    }),
  };
}

/** Why the purpose may not be stated, null where it may. */
function purposeFault(
  code: string | undefined,
  purpose: Purpose | undefined,
  { persona, client }: Identity,
): RefusalCode | null {
  if (code === undefined) return 'PURPOSE_REQUIRED';
  if (!purpose) return 'PURPOSE_UNKNOWN';
  if (purpose.validity === 'OVER') return 'PURPOSE_EXPIRED';
  if (purpose.validity === 'AHEAD') return 'PURPOSE_NOT_YET_VALID';
  const meant = purpose.clients.length === 0 || purpose.clients.includes(client);
  return meant && purpose.personas.includes(persona) ? null : 'PURPOSE_NOT_PERMITTED';
}

interface Granting {
  readonly identity: Identity;
  readonly stated: Statement;
  readonly purpose: Purpose | null;
  readonly withdrawn: Withdrawn;
}

type Unbound = 'CASE_REQUIRED' | 'FORBIDDEN' | 'SOURCE_UNAVAILABLE' | 'BREAK_GLASS_LIMIT';

/** The matter of a purpose that needs one; null for a purpose that needs none. */
async function bind(
  { identity, stated }: Granting,
  purpose: Purpose,
  { protectedPersons }: Policy,
  { findMatter, glass }: GrantParts,
  asked: GlassAsked | undefined,
): Promise<MatterInHand | null | Unbound> {
  const { user, client, organization } = identity;
  switch (purpose.boundTo) {
    case 'CASE':
    case 'DISPATCH': {
      if (!stated.caseNumber || !purpose.lookup) return 'CASE_REQUIRED';
      const answer = await findMatter(purpose.lookup, stated.caseNumber);
      if (answer === 'SOURCE_UNAVAILABLE') return answer;
      const viewer = { user, organization, breaksGlass: asked !== undefined, protectedPersons };
      const inHand = matterInHand(purpose, answer, viewer);
      if (!inHand) return 'CASE_REQUIRED';
      if (!asked || !purpose.breakGlass || !inHand.matter.caseNumber) return inHand;
      const { perDay } = purpose.breakGlass;
      const { caseNumber } = inHand.matter;
      const opening = { ...asked, user, client, organization, purpose: purpose.code, caseNumber, perDay };
      return (await glass.open(opening)) ? inHand : 'BREAK_GLASS_LIMIT';
    }
    case 'OWN_RECORD':
      if (!identity.person) return 'FORBIDDEN';
      return {
        matter: { caseNumber: null, persons: [identity.person], households: [] },
        opens: purpose.matterScopes,
        selfAccepted: false,
      };
    case 'OWN_DEPARTMENT':
      return identity.department ? null : 'FORBIDDEN';
    default:
      return null;
  }
}

type Granted = Pick<Viewer, 'scopes' | 'matterScopes' | 'matter' | 'withheld' | 'breakGlass'>;

const NOTHING: Granted = { scopes: [], matterScopes: [], matter: null, withheld: [], breakGlass: false };

const refused = (granting: Granting, refusal: RefusalCode): Grant => ({
  purpose: granting.purpose,
  refusal,
  withdrawn: granting.withdrawn,
  takenBack: [],
  selfAccepted: false,
  viewer: viewerOf(granting, NOTHING),
});

function viewerOf({ identity, stated: { request }, purpose }: Granting, granted: Granted): Viewer {
  const { user, client, persona, organization, department, areas } = identity;
  const who = { request, user, client, persona, organization, department, areas };
  return { ...who, purpose: purpose?.code ?? null, admitted: [], ...granted };
}
