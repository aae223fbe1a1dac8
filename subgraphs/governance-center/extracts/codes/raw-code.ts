/** How the centre's extracts write a stored code: the inverse of their tables; nothing stays an empty cell. */
export function rawCode(codes: Readonly<Record<string, string>>): (stored: string | null) => string {
  const raw = new Map(Object.entries(codes).map(([written, stored]) => [stored, written]));
  return (stored) => {
    if (stored === null) return '';
    const written = raw.get(stored);
    if (written === undefined) throw new Error(`Expected one of ${[...raw.keys()].join(', ')}, got ${stored}.`);
    return written;
  };
}
