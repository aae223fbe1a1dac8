import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

const households = statement<{ readonly asked: string; readonly id: string }>(`
  SELECT asked.id AS asked, household.id
  FROM household asked JOIN household ON household.id = coalesce(asked.superseded_by, asked.id)
  WHERE asked.id = ANY($1::uuid[])
    AND (coalesce(household.area_code, '330803') LIKE ANY($2::text[]) OR household.id::text = ANY($3::text[]))`);

/** Loads who answers for a household's id; one that lies outside the viewer's areas is as unknown as any other. */
export const householdById = recordLoader<{ readonly asked: string; readonly id: string }>({
  scope: 'public-security.person:read',
  discloses: null,
  read: (ids, { database, areas, subjects }) =>
    database.query(households, [ids.filter((id) => validate(id)), areas, subjects]),
  keysOf: ({ asked }) => asked,
});
