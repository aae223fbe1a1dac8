import { areas } from '../../../schema/kit/areas/areas.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { statement } from '../../../schema/register/statement.ts';

type Named = { readonly key: string; readonly label: string };

const names = {
  organization: statement<Named>('SELECT code AS key, name AS label FROM organization'),
  category: statement<Named>('SELECT code AS key, label_zh AS label FROM case_category'),
};

/** What the keys of a dimension are called, from the register's own list of them. */
export async function labelsOf(context: SubgraphContext, list: keyof typeof names): Promise<(key: string) => string> {
  const known = new Map((await context.database.query(names[list], [])).map(({ key, label }) => [key, label]));
  return (key) => known.get(key) ?? key;
}

/** What a division is called. */
export const areaLabel = (code: string): string => areas.get(code)?.shortName ?? code;

/** What a code of the centre is called, as its extracts write it. */
export function codeLabel(codes: Readonly<Record<string, string>>): (key: string) => string {
  const known = new Map(Object.entries(codes).map(([chinese, stored]) => [stored, chinese]));
  return (key) => known.get(key) ?? key;
}

/** A key that is its own name, such as a month. */
export const plainLabel = (key: string): string => key;
