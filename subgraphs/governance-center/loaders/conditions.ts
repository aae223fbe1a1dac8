/** A condition with `?` where its value goes; one without a value falls away. */
export type Condition = readonly [sql: string, value: unknown];

/** Adds the values of conditions to a statement's and returns the text that goes after its own conditions. */
export function andConditions(values: unknown[], conditions: readonly Condition[]): string {
  return conditions
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([sql, value]) => ` AND ${numbered(values, sql, value)}`)
    .join('');
}

/**
 * Rows of an area and all that lies in it. A village or a town is an equality, so that an index that begins with it
 * gives its rows in the order of a page.
 */
export function areaCondition(column: string, code: string | null | undefined): Condition {
  if (code?.length === 12) return [`${column} = ?`, code];
  if (code?.length === 9) return [`left(${column}, 9) = ?`, code];
  return [`starts_with(${column}, ?)`, code];
}

/** The viewer's row boundary for a list, narrowed to an area where one is asked for; outside it there are no rows. */
export function andWithinAreas(
  values: unknown[],
  column: string,
  areas: readonly string[],
  asked: string | null | undefined,
): string {
  const within = asked ? (areas.some((area) => asked.startsWith(area)) ? [asked] : inside(areas, asked)) : areas;
  if (within.length === 0) return ' AND false';
  return ` AND (${within.map((code) => numbered(values, ...areaCondition(column, code))).join(' OR ')})`;
}

const inside = (areas: readonly string[], asked: string) => areas.filter((area) => area.startsWith(asked));

function numbered(values: unknown[], sql: string, value: unknown): string {
  values.push(value);
  return sql.replace('?', `$${values.length}`);
}

/** Continues after the last row of a page, whose sort columns these are; `<` where the list descends. */
export function andAfter(
  values: unknown[],
  columns: string,
  direction: '<' | '>',
  after: readonly (string | number)[] | null,
): string {
  if (after === null) return '';
  const places = after.map((value) => `$${values.push(value)}`);
  return ` AND (${columns}) ${direction} (${places.join(', ')})`;
}
