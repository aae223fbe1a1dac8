/**
 * Lets names of a shape through, so many different ones; every other becomes `instead`. Nobody who makes names up can
 * make a metric grow, or write into one what is not a name.
 */
export function boundedNames(shape: RegExp, most: number, instead: string): (name: string) => string {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return name;
    if (known.size >= most || !shape.test(name)) return instead;
    known.add(name);
    return name;
  };
}

/** Error codes as they may be told: words in capitals, at most a hundred different ones. */
export const toldCode = boundedNames(/^[A-Z][A-Z_]{1,39}$/, 100, 'OTHER');

/** Kinds of users as they may be told. */
export const toldPersona = boundedNames(/^[a-z][a-z-]{1,39}$/, 50, 'other');
