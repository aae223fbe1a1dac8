import { type GraphQLArgument, getNamedType, getNullableType, isEnumType, isListType, isNonNullType } from 'graphql';

/** Ids of what is surely there, by the field that asks for it. */
export interface KnownIds {
  readonly person: string;
  readonly household: string;
  readonly case: string;
  readonly grid: string;
  readonly mediation: string;
  readonly idNumber: string;
}

const values: Readonly<Record<string, string>> = {
  areaCode: '"330803"',
  code: '"330803"',
  asOf: '"2026-11-01"',
  date: '"2026-10-30"',
  birthDate: '"1950-01-01"',
  name: '"无名"',
  from: '"2026-01-01T00:00:00+08:00"',
  to: '"2026-11-01T00:00:00+08:00"',
  period: '{ from: "2026-01-01", to: "2026-11-01" }',
};

/** The arguments that a field cannot do without, as text: `(id: "…")`, or nothing; pages are of three rows. */
export function argumentsOf(fieldName: string, args: readonly GraphQLArgument[], known: KnownIds): string {
  const told = args.filter(
    ({ name, type, defaultValue }) => name === 'first' || (isNonNullType(type) && defaultValue === undefined),
  );
  if (told.length === 0) return '';
  return `(${told.map((argument) => `${argument.name}: ${valueOf(fieldName, argument, known)}`).join(', ')})`;
}

function valueOf(fieldName: string, { name, type }: GraphQLArgument, known: KnownIds): string {
  if (name === 'first') return '3';
  if (name === 'id') return JSON.stringify(known[fieldName as keyof KnownIds]);
  if (name === 'number') return JSON.stringify(known.case);
  if (name === 'idNumber') return JSON.stringify(known.idNumber);
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const [first] = named.getValues();
    return isListType(getNullableType(type)) ? `[${first?.name}]` : String(first?.name);
  }
  const value = values[name];
  if (value === undefined) throw new Error(`Expected a value to ask for the argument ${name} of ${fieldName}.`);
  return value;
}
