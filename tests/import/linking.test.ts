import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import { layoutsOf } from '../../schema/extracts/discover-layouts.ts';
import type { ExtractLayout } from '../../schema/extracts/layout.ts';
import { keepsRowsElsewhere } from '../../schema/extracts/open-destination.ts';
import { placeOf } from '../../schema/kit/sealing/register-seal.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { soilIdNumber } from '../../schema/synthetic/soil.ts';
import { isRejected, type KnownRow, knownExtracts } from '../journeys/truth/accepted-rows.ts';
import { everybody } from '../journeys/truth/world.ts';
import { bureauRows } from '../kit/bureau-store.ts';

/** A cell of a register that names somebody: who it must be, and the id that the register keeps. */
interface Link {
  readonly department: string;
  readonly layout: string;
  readonly truth: string;
  readonly id: string | null;
}

const { dataDirectory } = inject('runningHub');
const departments = departmentNames().filter((name) => name !== 'hub');

let registers: OpenRegisters;
/** Who a number means, whichever of the person's numbers it is, and in whichever form. */
const whoHas = new Map<string, string>();
const links: Link[] = [];

beforeAll(async () => {
  registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
  for (const { ref, idNumber, previousIdNumbers } of everybody()) {
    const name = `${ref.family}/${ref.person}`;
    for (const number of [idNumber, ...previousIdNumbers]) {
      whoHas.set(number, name);
      whoHas.set(soilIdNumber('fifteen-digit-id', number, 0), name);
    }
  }
  for (const department of departments) {
    const extracts = await knownExtracts(department);
    for (const layout of await layoutsOf(department)) {
      const known = extracts.find((one) => one.layout === layout.name);
      if (known) links.push(...(await linksOf(department, layout, known.rows)));
    }
  }
}, 120_000);

afterAll(() => registers.close());

/** Finds each accepted row of an extract in its table by what names it apart from people, and pairs up who they name. */
async function linksOf(department: string, layout: ExtractLayout, rows: readonly KnownRow[]): Promise<Link[]> {
  const columns = Object.entries(layout.columns);
  const naming = columns.filter(([, { kind }]) => kind === 'person' || kind === 'party');
  if (naming.length === 0) return [];
  const telling = columns.filter(([column, { kind, derived }]) => {
    if (derived) return false;
    if (layout.key.includes(column)) return kind === 'text' || kind === 'integer';
    return ['name', 'birth-date', 'date', 'text', 'month', 'decimal', 'identity-number'].includes(kind);
  });
  const headers = telling.map(([, { header }]) => header);
  const names = telling.map(([column]) => column);
  const held = await heldRows(department, layout, [...names, ...naming.map(([column]) => column)]);
  const byText = new Map<string, (readonly (string | null)[])[]>();
  for (const row of held) {
    const text = row.slice(0, names.length).map(plain).join('|');
    byText.set(text, [...(byText.get(text) ?? []), row]);
  }
  return rows
    .filter(
      ({ dirt }) =>
        !isRejected(dirt) && !dirt.some((one) => one.class === 'cross-register' && one.kind !== 'late-arrival'),
    )
    .flatMap(({ row }) => {
      const found = byText.get(headers.map((header) => plain(row[header] ?? null)).join('|')) ?? [];
      const [only] = found;
      return naming.flatMap(([, { header }], offset) => {
        const truth = whoHas.get(row[header] ?? '');
        // Rows that look alike but for whom they name cannot be told apart here.
        if (truth === undefined || found.length > 1) return [];
        return [{ department, layout: layout.name, truth, id: only?.[names.length + offset] ?? null }];
      });
    });
}

/** Cells of a department's table, wherever it keeps it. */
async function heldRows(
  department: string,
  { table, key, columns: rules }: ExtractLayout,
  columns: readonly string[],
): Promise<(string | null)[][]> {
  if (keepsRowsElsewhere(department)) {
    const rows = bureauRows<Record<string, string | null>>(dataDirectory, `SELECT * FROM ${table}`);
    return rows.map((row) => columns.map((name) => row[name] ?? null));
  }
  const { pool, seal } = registers.database(department);
  const { rows } = await pool.query<(string | null)[]>({
    text: `SELECT ${[...columns, ...key].map((name) => `"${name}"::text`).join(', ')} FROM "${table}"`,
    rowMode: 'array',
  });
  return rows.map((row) =>
    columns.map((name, index) => {
      const cell = row[index] ?? null;
      return rules[name]?.sealed ? seal.openNullable(cell, placeOf(table, name, row.slice(columns.length))) : cell;
    }),
  );
}

const SEPARATED = /^(\d{4})[年/-](\d{1,2})[月/-](\d{1,2})日?$/;
const TOGETHER = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)?$/;

/** A cell as a register and an extract both write it: dates and amounts in one form. */
function plain(cell: string | null): string {
  const text = cell ?? '';
  const [, year, month = '', day = '01'] = SEPARATED.exec(text) ?? TOGETHER.exec(text) ?? [];
  if (year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d+(\.\d+)?$/.test(text) && text.length < 12 ? String(Number(text)) : text;
}

describe('who is who across the registers', () => {
  it('is never two people under one id: precision is 1', () => {
    const people = new Map<string, Set<string>>();
    for (const { id, truth } of links) if (id) people.set(id, (people.get(id) ?? new Set()).add(truth));
    const wrong = [...people.values()].filter((named) => named.size > 1).length;
    const precision = 1 - wrong / people.size;
    console.log(`Linking: ${links.length} cells compared, ${people.size} ids, precision ${precision}.`);
    expect(precision).toBe(1);
    expect(people.size).toBeGreaterThan(5_000);
  });

  it('is never one person under two ids, and finds at least 99 of 100 whom a number names', () => {
    const ids = new Map<string, Set<string>>();
    for (const { id, truth } of links) if (id) ids.set(truth, (ids.get(truth) ?? new Set()).add(id));
    expect([...ids.values()].filter((of) => of.size > 1)).toEqual([]);
    const byLayout = new Map<string, { linked: number; linkable: number }>();
    for (const { department, layout, id } of links) {
      const name = `${department}/${layout}`;
      const count = byLayout.get(name) ?? { linked: 0, linkable: 0 };
      byLayout.set(name, { linked: count.linked + (id ? 1 : 0), linkable: count.linkable + 1 });
    }
    const linked = links.filter(({ id }) => id !== null).length;
    console.log(
      `Linking: recall ${(linked / links.length).toFixed(5)} of ${links.length} linkable cells.`,
      Object.fromEntries(byLayout),
    );
    for (const [layout, count] of byLayout)
      expect([layout, count.linked / count.linkable >= 0.99]).toEqual([layout, true]);
  });

  it('compares every layout that names people', async () => {
    for (const department of departments) {
      for (const { name, columns } of await layoutsOf(department)) {
        if (!Object.values(columns).some(({ kind }) => kind === 'person' || kind === 'party')) continue;
        const compared = links.filter((link) => link.department === department && link.layout === name).length;
        expect([department, name, compared > 0]).toEqual([department, name, true]);
      }
    }
  });
});
