const SPECIAL = /[\\\b\f\n\r\t\v]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A text as PostgreSQL's COPY in text format takes it. */
export function copyText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\b\f\n\r\t\v]/g, (character) => ESCAPES[character] as string) : text;
}

/** An array of texts as COPY takes it. */
export function copyArray(items: readonly string[]): string {
  if (items.length === 0) return '{}';
  return copyText(`{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
