import { expect, it } from 'vitest';
import { committedGraph } from '../../committed-graph.ts';
import type { Withdrawal } from '../../withdrawn.ts';
import { withdrawalFault } from '../withdrawal-fault.ts';

const graph = committedGraph();
const faultOf = (kind: Withdrawal['kind'], name: string) =>
  withdrawalFault({ department: 'justice', kind, name }, graph);

it.each<[Withdrawal['kind'], string]>([
  ['FIELD', 'Person.legalAid'],
  ['SCOPE', 'justice.legal-aid:read'],
  ['PURPOSE', 'case-handling'],
])('lets a department take back its %s %s', (kind, name) => {
  expect(faultOf(kind, name)).toBeNull();
});

it.each<[Withdrawal['kind'], string, string]>([
  ['FIELD', 'Person.identity', 'that justice alone answers'],
  ['FIELD', 'Person.id', 'that justice alone answers'],
  ['FIELD', 'Person.nothing', 'a field of the graph'],
  ['FIELD', 'Person.publicSecurityRecord', 'a field of the graph'],
  ['FIELD', 'legalAid', 'a field of the graph'],
  ['SCOPE', 'civil-affairs.care:read', 'a scope of justice'],
  ['SCOPE', 'justice.nothing:read', 'that a field of the graph asks for'],
  ['PURPOSE', 'Case Handling', 'the code of a purpose'],
])('refuses the %s %s', (kind, name, expected) => {
  expect(faultOf(kind, name)).toContain(expected);
});
