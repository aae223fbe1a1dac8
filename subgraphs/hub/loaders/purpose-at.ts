import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { Purpose } from '../prisma/generated/client.ts';

/** What is told of a purpose. */
export type PurposeTold = Pick<
  Purpose,
  'code' | 'title' | 'titleZh' | 'legalBasis' | 'boundTo' | 'scopes' | 'matterScopes'
>;

type Asked = PurposeTold & { readonly asked: string };

const texts = (key: string) => `ARRAY(SELECT jsonb_array_elements_text(known.purpose -> '${key}'))`;

// What was read before the first version that is kept goes by that one.
const versions = statement<Asked>(`
  SELECT asked.key AS asked, known.code, known.purpose ->> 'title' AS title, known.purpose ->> 'title_zh' AS "titleZh",
    known.purpose ->> 'legal_basis' AS "legalBasis", known.purpose ->> 'bound_to' AS "boundTo",
    ${texts('scopes')} AS scopes, ${texts('matter_scopes')} AS "matterScopes"
  FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS asked (key, code, at)
  CROSS JOIN LATERAL (
    SELECT v.code, v.purpose FROM purpose_version v WHERE v.code = asked.code
    ORDER BY v.at <= asked.at DESC, CASE WHEN v.at <= asked.at THEN v.version END DESC, v.version LIMIT 1) known`);

const purposeByCodeAndTime = recordLoader<Asked>({
  scope: null,
  discloses: null,
  read: (keys, { database }) => {
    const asked = keys.map((key) => JSON.parse(key) as [code: string, at: string]);
    return database.query(versions, [keys, asked.map(([code]) => code), asked.map(([, at]) => at)]);
  },
  keysOf: ({ asked }) => asked,
});

/** The purpose of this code as it stood then, whatever became of it since; null for a code that never was. */
export const purposeAt = (context: SubgraphContext, code: string, at: string): Promise<PurposeTold | null> =>
  purposeByCodeAndTime.load(context, JSON.stringify([code, at]));
