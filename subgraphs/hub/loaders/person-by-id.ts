import { validate } from 'uuid';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { missingScope, outsideMatter } from '../../../schema/kit/refusals.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A person whom the hub knows: the id asked for, and the one that answers for it. */
export interface KnownPerson {
  readonly asked: string;
  readonly id: string;
}

/** Any of these lets a viewer refer to a person. */
export const referenceScopes = [
  'public-security.person:read',
  'hub.data-quality:read',
  'hub.disclosure:read',
  'hub.disclosure:audit',
] as const;

// Whoever has no area yet belongs to the district at large.
const persons = statement<KnownPerson>(`
  SELECT asked.id AS asked, person.id
  FROM person asked JOIN person ON person.id = coalesce(asked.superseded_by, asked.id)
  WHERE asked.id = ANY($1::uuid[])
    AND (coalesce(person.area_code, '330803') LIKE ANY($2::text[])
      OR asked.id::text = ANY($3::text[]) OR person.id::text = ANY($3::text[]))`);

const knownPerson = recordLoader<KnownPerson>({
  // The scope is one of several: `personById` looks at them before it comes here. An id alone discloses nothing.
  scope: null,
  discloses: null,
  read: (ids, { database, areas, subjects }) =>
    database.query(persons, [ids.filter((id) => validate(id)), areas, subjects]),
  keysOf: ({ asked }) => asked,
});

/**
 * Finds a person by an id, a superseded one included; null where the hub knows none within the viewer's boundary.
 * Refuses with FORBIDDEN, or with OUTSIDE_MATTER where every scope held answers for the matter in hand alone.
 */
export async function personById(context: SubgraphContext, id: string): Promise<KnownPerson | null> {
  const reaches = referenceScopes.map((scope) => context.reach(scope));
  if (!reaches.includes('areas') && !context.isMatterSubject(id)) {
    const bound = referenceScopes[reaches.indexOf('matter')];
    throw bound ? outsideMatter(bound) : missingScope(referenceScopes.join(' or '));
  }
  if (reaches.every((reach) => reach === 'nothing')) throw missingScope(referenceScopes.join(' or '));
  return knownPerson.load(context, id);
}

/** Loads who answers for an id, where the viewer may see that person: open, for an id discloses nothing. */
export const survivorOf = async (context: SubgraphContext, id: string): Promise<{ readonly id: string } | null> => {
  const known = await knownPerson.load(context, id);
  return known === null || known.id === id ? null : { id: known.id };
};
