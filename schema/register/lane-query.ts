import pg from 'pg';

/** A column as the server describes it. */
interface Field {
  readonly name: string;
  readonly dataTypeID: number;
  readonly format: 'text' | 'binary';
}

type Cell = string | Buffer | null;
type Parse = (cell: Cell) => unknown;

/** What a prepared statement answers with; it stays so for as long as the statement is prepared. */
interface Shape {
  readonly names: readonly string[];
  readonly parsers: readonly Parse[];
}

/** What is known of the statements of one connection, by name. */
export class KnownShapes {
  readonly #shapes = new Map<string, Shape>();
  readonly #types: pg.CustomTypesConfig;

  constructor(types: pg.CustomTypesConfig) {
    this.#types = types;
  }

  of(name: string): Shape | undefined {
    return this.#shapes.get(name);
  }

  learn(name: string, fields: readonly Field[]): Shape {
    const shape: Shape = {
      names: fields.map((field) => field.name),
      parsers: fields.map(({ dataTypeID, format }) => this.#types.getTypeParser(dataTypeID, format) as Parse),
    };
    this.#shapes.set(name, shape);
    return shape;
  }
}

/** How pg's own query is sent; pg calls it, its types leave it out. */
interface Sending {
  prepare(connection: object): void;
}

type Told = (fault: Error | null, answer?: { readonly rows: unknown[] }) => void;

/**
 * A prepared statement whose columns the server describes once a connection, not at each run: describing them, and reading
 * the description, costs about as much as a row.
 */
export class LaneQuery extends pg.Query {
  readonly #rows: unknown[] = [];
  readonly #known: KnownShapes;
  readonly #name: string;
  #shape: Shape | undefined;
  #fault: Error | null = null;
  /** Called by pg where the server refuses the statement. */
  readonly callback: Told;

  constructor(query: pg.QueryConfig, known: KnownShapes, callback: Told) {
    super(query);
    this.#known = known;
    this.#name = query.name ?? '';
    this.#shape = known.of(this.#name);
    this.callback = callback;
  }

  prepare(connection: object): void {
    const { prepare } = pg.Query.prototype as unknown as Sending;
    prepare.call(this, this.#shape ? Object.create(connection, NOT_DESCRIBED) : connection);
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#shape = this.#known.learn(this.#name, fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly Cell[] }): void {
    if (this.#fault || !this.#shape) return;
    try {
      this.#rows.push(rowOf(this.#shape, fields));
    } catch (fault) {
      this.#fault = fault as Error;
    }
  }

  handleCommandComplete(): void {
    // How many rows there were is not asked.
  }

  handleReadyForQuery(): void {
    if (this.#fault) this.callback(this.#fault);
    else this.callback(null, { rows: this.#rows });
  }
}

const NOT_DESCRIBED = { describe: { value: () => undefined } };

function rowOf({ names, parsers }: Shape, cells: readonly Cell[]): object {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) {
    const cell = cells[index] as Cell;
    row[names[index] as string] = cell === null ? null : (parsers[index] as Parse)(cell);
  }
  return row;
}
