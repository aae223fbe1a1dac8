import { z } from 'zod';

/** Who asks. */
export interface Identity {
  readonly user: string;
  readonly client: string;
  readonly persona: string;
  readonly organization: string | null;
  readonly department: string | null;
  /** The citizen whose own record it is. */
  readonly person: string | null;
  readonly areas: readonly string[];
  readonly scopes: readonly string[];
  /** Whether nothing is known of revocations at this moment, so that figures are all that may be told. */
  readonly figuresAlone?: boolean;
}

/** What a token says of whom it speaks of. A system's token need not say what kind of user that is: its account does. */
export interface Claims extends Omit<Identity, 'persona' | 'figuresAlone'> {
  readonly persona: string | null;
}

/** Whole codes alone (GB/T 2260, GB/T 10114): a county, a town or a village. A part of one would reach further. */
export const areaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/, 'expected the code of a county, a town or a village');

const name = z.string().min(1);
const optionalName = name.nullish().transform((value) => value ?? null);

/** What the claims of a token must be, once each is found under its name (RFC 7519, RFC 8693 for `scope`). */
export const claimsShape = z.object({
  user: name,
  client: name,
  persona: optionalName,
  organization: optionalName,
  department: optionalName,
  person: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  areas: z
    .array(areaCode)
    .nullish()
    .transform((codes) => codes ?? []),
  scopes: z
    .union([z.string().transform((text) => text.split(' ').filter(Boolean)), z.array(name)])
    .nullish()
    .transform((scopes) => scopes ?? []),
});

/** Under which claims a token says what, the first that is there. */
export type ClaimNames = Readonly<Record<keyof Claims, readonly string[]>>;

/** The claims of the hub's own tokens. */
export const ownClaimNames: ClaimNames = {
  user: ['sub'],
  client: ['client'],
  persona: ['persona'],
  organization: ['organization'],
  department: ['department'],
  person: ['person'],
  areas: ['areas'],
  scopes: ['scope'],
};

/** Reads what a token's payload says under these names; throws where it is not what it must be. */
export function readClaims(payload: Readonly<Record<string, unknown>>, names: ClaimNames): Claims {
  const entries = Object.entries(names).map(([key, claims]) => [key, firstOf(payload, claims)]);
  return claimsShape.parse(Object.fromEntries(entries));
}

function firstOf(payload: Readonly<Record<string, unknown>>, claims: readonly string[]): unknown {
  for (const claim of claims) {
    const value = Object.hasOwn(payload, claim) ? payload[claim] : within(payload, claim.split('.'));
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A claim inside another: `hub.persona`. */
function within(payload: unknown, path: readonly string[]): unknown {
  let value = payload;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
