import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What somebody without a card at the window says of themselves. */
export interface Particulars {
  readonly name: string;
  readonly birthDate: string;
  readonly areaCode: string;
}

/** The one living person whom the particulars fit. */
export interface FoundPerson {
  readonly ordinal: number;
  readonly id: string;
}

const people = statement<FoundPerson>(`
  SELECT asked.ordinal::int AS ordinal, (array_agg(p.person_id))[1] AS id
  FROM unnest($1::text[], $2::date[], $3::text[]) WITH ORDINALITY AS asked(tokens, birth_date, area_code, ordinal)
  JOIN person p ON p.birth_date = asked.birth_date AND p.name_token = ANY(string_to_array(asked.tokens, ' '))
    AND p.area_code = asked.area_code
  WHERE p.status = 'ALIVE' AND p.area_code LIKE ANY($4::text[])
  GROUP BY asked.ordinal
  HAVING count(*) = 1 AND NOT (array_agg(p.person_id))[1]::text = ANY($5::text[])`);

/** The key under which particulars are asked for. */
export const particularsKey = ({ name, birthDate, areaCode }: Particulars): string =>
  JSON.stringify([name.trim(), birthDate, areaCode]);

/** Finds people by particulars: exactly the one whom all three fit, and nobody where they fit none, several or somebody protected. */
export const personByParticulars = recordLoader<FoundPerson & { readonly key: string }>({
  scope: 'hub.person:lookup',
  discloses: 'Query.findPerson',
  read: async (keys, { database, areas, context }) => {
    const asked = keys.map((key) => JSON.parse(key) as [string, string, string]);
    // The register holds no name to compare with: tokens are made of what was asked, under every key there is.
    const tokens = asked.map(([name, birthDate]) => database.seal.tokens(name, birthDate).join(' '));
    const births = asked.map(([, birthDate]) => birthDate);
    const places = asked.map(([, , areaCode]) => areaCode);
    const found = await database.query(people, [tokens, births, places, areas, context.viewer.withheld]);
    return found.map((row) => ({ ...row, key: keys[row.ordinal - 1] ?? '' }));
  },
  keysOf: ({ key }) => key,
  personsOf: ({ id }) => [id],
});
