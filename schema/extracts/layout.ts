import type { ColumnRule } from './columns/column-rule.ts';

/** How a department encodes its files. The importer detects the encoding; the generator writes this one. */
export type ExtractEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

/**
 * One CSV layout as a department exchanges it, and the table that it fills.
 * Columns are named by the database column they fill; several may read the same header.
 */
export interface ExtractLayout {
  /** Name of the layout, unique within the department: `marriages`. */
  readonly name: string;
  /** What the extract holds, as the department calls it. */
  readonly title: string;
  /** Number in the data-sharing catalogue. */
  readonly catalogueId: string;
  /** File name that the department uses, without the folder. */
  readonly fileName: string;
  readonly encoding: ExtractEncoding;
  /** Table that the rows fill; of a department that keeps them elsewhere, what they are called there. */
  readonly table: string;
  /** Database columns of the department's own key: a row with a known key replaces what it corrects. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnRule>>;
  /** Database column (date or timestamp) that says when a row was last changed; its maximum is the batch's asOf. */
  readonly asOf?: string;
  /**
   * Column of the linked person whose own area the row takes, for layouts without a residence code;
   * it fills `area_code`.
   */
  readonly inheritsAreaOf?: string;
  /** Columns that say who is who; only the population register has them. */
  readonly population?: {
    /** Column with the person's id, obtained from the current number. */
    readonly person: string;
    /** Column with the numbers the person had before. */
    readonly previousNumbers: string;
    /** Column with the area where the person lives. */
    readonly area: string;
  };
  /** Columns that say which household is which, and where it is; only the population register has them. */
  readonly households?: {
    /** Column with the household's id. */
    readonly household: string;
    /** Column with the register numbers it had before, where households split or merge. */
    readonly previousNumbers: string;
    readonly area: string;
  };
  /** Order of import within the department, lower first; 10 by default. */
  readonly order?: number;
}

/** Declares a layout; the type says all there is to say. */
export const extractLayout = <Layout extends ExtractLayout>(layout: Layout): Layout => layout;
