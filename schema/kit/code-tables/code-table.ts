/** A value of a code table with its labels, as the graph answers it. */
export interface Code {
  readonly system: string;
  readonly code: string;
  readonly label: string;
  readonly labelZh: string;
}

/** What a code table says of itself. */
export interface CodeTableDefinition<Value extends string = string> {
  /** The name under which answers quote the table. */
  readonly system: string;
  readonly title: string;
  readonly titleZh: string;
  /** The standard that rules the codes; absent where the hub or a deployment chose them. */
  readonly standard?: string;
  /** Whether the codes were compared with a public source; where false, a deployment replaces the table by its own. */
  readonly verified: boolean;
  readonly codes: Readonly<Record<Value, { readonly label: string; readonly labelZh: string }>>;
}

/** A code table with its look-ups. */
export interface CodeTable<Value extends string = string> extends CodeTableDefinition<Value> {
  /** The English label; for an unknown code the code itself. */
  label(code: string): string;
  /** The Chinese label; for an unknown code the code itself. */
  labelZh(code: string): string;
  /** Whether the table holds the code. */
  has(code: string): code is Value;
  /** The code with its labels; an unknown one, which a register may well hold, is labelled by itself. */
  codeOf(code: string): Code;
  /** Every code of the table, in ascending order. */
  readonly values: readonly Value[];
}

/**
 * Makes a code table of its definition. Throws at once if a label is empty, so that no table is loaded half filled.
 */
export function codeTable<Value extends string>(definition: CodeTableDefinition<Value>): CodeTable<Value> {
  const { system, codes } = definition;
  // An object lists 10 before 01, whatever order the file has.
  const values = (Object.keys(codes) as Value[]).sort();
  const known = new Map<string, Code>();
  for (const code of values) {
    const { label, labelZh } = codes[code];
    if (!label || !labelZh) throw new Error(`Expected both labels of code ${code} in table ${system}.`);
    known.set(code, Object.freeze({ system, code, label, labelZh }));
  }
  return {
    ...definition,
    values,
    has: (code): code is Value => known.has(code),
    label: (code) => known.get(code)?.label ?? code,
    labelZh: (code) => known.get(code)?.labelZh ?? code,
    codeOf: (code) => known.get(code) ?? { system, code, label: code, labelZh: code },
  };
}
