import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema } from '../../../plan/client-schema.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { quantity } from '../quantity.ts';
import { createReadDocument } from '../read-document.ts';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const supergraph = readFileSync(join(root, 'schema', 'sdl', 'supergraph.graphql'), 'utf8');
const schema = apiSchema(supergraph);
const folder = join(root, 'tests', 'journeys', 'operations');
const operations = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
const read = createReadDocument(schema, supergraph, defaultLimits);
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('the default limits', () => {
  const third = Object.fromEntries(
    Object.entries(defaultLimits).map(([limit, most]) => [limit, Math.floor(most / 3)]),
  ) as unknown as Limits;
  const readByAThird = createReadDocument(schema, supergraph, third);

  it.each(operations)('are more than three times what %s needs', (_, source) => {
    const { cost } = readByAThird(source, undefined);
    expect(quantity(cost, { first: 100 })).toBeLessThan(third.cost);
  });

  /** The worst that a document of each shape can be within the limits, by its size. */
  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    ['like fields', (n) => `{ area(code: "1") { ${times(n, () => 'name')} } }`],
    ['like fields with arguments', (n) => `{ ${times(n, () => 'cases(first: 1) { totalCount }')} }`],
    ['fields that conflict', (n) => `{ ${times(n, (i) => `cases(first: ${i}) { totalCount }`)} }`],
    ['like nests', (n) => `{ ${times(n, () => 'case(number: "1") { parties { person { id household { id } } } }')} }`],
    [
      'a chain of fragments',
      (n) =>
        `{ person(id: "1") { ...f0 } } ${times(n, (i) => `fragment f${i} on Person { id sex ...f${i + 1} }`)} fragment f${n} on Person { id }`,
    ],
    [
      'a fan of fragments',
      (n) =>
        `{ person(id: "1") { ${times(n, (i) => `...f${i}`)} } } ${times(n, (i) => `fragment f${i} on Person { a${i}: id }`)}`,
    ],
    [
      'operations over fragments',
      (n) =>
        `${times(10, (i) => `query Q${i}($v: ID!) { person(id: $v) { ...f0 } }`)} ${times(n, (i) => `fragment f${i} on Person { ...f${i + 1} }`)} fragment f${n} on Person { id }`,
    ],
    ['inline fragments', (n) => `{ person(id: "1") { ${times(n, () => '... on Person { ... { id } }')} } }`],
    ['long lists', (n) => `{ cases(filter: { status: [${times(n, () => '"X"')}] }) { totalCount } }`],
    ['deep lists', (n) => `{ person(id: ${'['.repeat(n)}${']'.repeat(n)}) { id } }`],
    ['variables', (n) => `query Q0(${times(n, (i) => `$v${i}: ID!`)}) { __typename }`],
  ];

  it.each(shapes)('keep validation short for %s', (_, make) => {
    const passes = (size: number) => {
      try {
        read(make(size), 'Q0');
        return true;
      } catch (error) {
        return (error as { code?: string }).code === 'OPERATION_RESOLUTION_FAILURE';
      }
    };
    let size = 1;
    while (size < 4_000 && passes(size + 1)) size += 1;
    expect(size).toBeLessThan(4_000);
    const document = parse(make(size));
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      validate(schema, document, undefined, { maxErrors: 20, hideSuggestions: true });
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });

  it('refuse fragments that double without writing them out', () => {
    const doubling = `{ person(id: "1") { ...f0 } } ${times(45, (i) => `fragment f${i} on Person { ...f${i + 1} ...f${i + 1} }`)} fragment f45 on Person { id }`;
    const took = Array.from({ length: 20 }, (_, round) => {
      const start = performance.now();
      expect(() => read(`${doubling} #${round}`, undefined)).toThrow(/selections/);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(10);
  });
});

describe('reading a document', () => {
  it('finds the operation by its name, or the only one', () => {
    const two = 'query A { __typename } mutation B { __typename }';
    expect(read(two, 'B').kind).toBe('mutation');
    expect(read('query A { __typename }', undefined).kind).toBe('query');
    expect(() => read(two, undefined)).toThrow('Expected `operationName`');
    expect(() => read(two, 'C')).toThrow('Expected `operationName` to name');
    expect(() => read('fragment f on Query { __typename }', undefined)).toThrow('Expected `operationName`');
  });

  it('takes an operation without a name for none that is asked for by name', () => {
    expect(() => read('{ __typename }', 'A')).toThrow('Expected `operationName` to name');
  });

  it('says the same of the same document again', () => {
    const wrong = '{ person(id: "';
    const refusals = [0, 1].map(() => {
      try {
        return read(wrong, undefined);
      } catch (error) {
        return error;
      }
    });
    expect(refusals[0]).toBe(refusals[1]);
  });

  it('counts what several operations select together', () => {
    const document = times(10, (i) => `query Q${i} { person(id: "1") { ${times(30, (j) => `...f${j}`)} } }`);
    const fragments = times(30, (i) => `fragment f${i} on Person { id }`);
    const few = createReadDocument(schema, supergraph, { ...defaultLimits, selections: 600, repeats: 1e9 });
    expect(() => few(`${document} ${fragments}`, 'Q0')).toThrow(
      /at most 600 selections, fragments written out, found 640/,
    );
  });
});
