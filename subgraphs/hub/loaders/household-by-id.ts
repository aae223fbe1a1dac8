import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

const households = statement<{ readonly asked: string; readonly id: string }>(`
  SELECT id AS asked, coalesce(superseded_by, id) AS id FROM household WHERE id = ANY($1::uuid[])`);

/** Loads who answers for a household's id; whether it lies within the boundary, the population register knows. */
export const householdById = recordLoader<{ readonly asked: string; readonly id: string }>({
  scope: 'public-security.person:read',
  discloses: null,
  read: (ids, { database }) => database.query(households, [ids.filter((id) => validate(id))]),
  keysOf: ({ asked }) => asked,
});
