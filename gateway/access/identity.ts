import { z } from 'zod';

/** Who a token speaks of. */
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
}

/** The claims of a hub token (RFC 7519, RFC 8693 for `scope`). */
export const identityClaims = z
  .object({
    sub: z.string().min(1),
    client: z.string().min(1),
    persona: z.string().min(1),
    organization: z.string().min(1).optional(),
    department: z.string().min(1).optional(),
    person: z.uuid().optional(),
    // Whole codes alone (GB/T 2260, GB/T 10114): a county, a town or a village. A part of one would reach further.
    areas: z.array(z.string().regex(/^\d{6}(\d{3}){0,2}$/)).default([]),
    scope: z.string().default(''),
  })
  .transform(
    (claims): Identity => ({
      user: claims.sub,
      client: claims.client,
      persona: claims.persona,
      organization: claims.organization ?? null,
      department: claims.department ?? null,
      person: claims.person ?? null,
      areas: claims.areas,
      scopes: claims.scope.split(' ').filter(Boolean),
    }),
  );
