import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { readIdentityNumber } from '../../../schema/kit/identity-numbers/identity-number.ts';
import { InvalidInput, missingScope } from '../../../schema/kit/refusals.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { linkKeysOf } from '../link-register/link-key.ts';
import { documentToken } from '../link-register/tokens.ts';

interface PersonOfToken {
  readonly token: string;
  readonly id: string;
}

const persons = statement<PersonOfToken>(`
  SELECT encode(known.token, 'hex') AS token, person.id
  FROM unnest($1::text[]) AS asked (token)
  JOIN person_token known ON known.token = decode(asked.token, 'hex')
  JOIN person ON person.id = known.person_id
  WHERE (coalesce(person.area_code, '330803') LIKE ANY($2::text[]) OR person.id::text = ANY($3::text[]))
    AND NOT person.id::text = ANY($4::text[])`);

const scope = 'hub.person:lookup';

const personByToken = recordLoader<PersonOfToken>({
  scope,
  discloses: 'Person.id',
  subjectOf: null,
  read: (tokens, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, scope);
    return database.query(persons, [tokens, areas, subjects, context.viewer.withheld]);
  },
  keysOf: ({ token }) => token,
  personsOf: ({ id }) => [id],
});

/**
 * Finds a person by the number of an identity document as somebody typed it; null where nobody within the viewer's
 * boundary has it, or who has it is protected. Reads only: a number that is not known stays unknown. Refuses what cannot be a number with
 * INVALID_ARGUMENT and never says what came.
 */
export async function personByIdNumber(context: SubgraphContext, raw: string): Promise<{ readonly id: string } | null> {
  if (context.reach(scope) === 'nothing') throw missingScope(scope);
  const number = readIdentityNumber(raw);
  if (!number.ok) {
    const expected = 'Expected the number of a resident ID, residence permit, foreign card or passport';
    throw new InvalidInput('INVALID_ARGUMENT', `${expected}: ${number.reason}.`);
  }
  const tokens = linkKeysOf(context.database).all.map(({ bytes }) => documentToken(bytes, number).toString('hex'));
  const found = await Promise.all(tokens.map((token) => personByToken.load(context, token)));
  return found.find((person) => person !== null) ?? null;
}
