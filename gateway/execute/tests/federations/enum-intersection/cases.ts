import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'takes a value that clients must not see for null',
    operation: '{ clerks { id grade wage } }',
    data: {
      clerks: [
        { id: 'c1', grade: 'JUNIOR', wage: 100 },
        { id: 'c2', grade: null, wage: 200 },
        { id: 'c3', grade: null, wage: 300 },
      ],
    },
  },
  {
    it: 'takes values as literals, as variables, and none',
    operation:
      'query ($grade: Grade) { a: byGrade(grade: SENIOR) { id grade } b: byGrade(grade: $grade) { id } c: byGrade { id } }',
    variables: { grade: 'JUNIOR' },
    data: { a: [{ id: 'of SENIOR', grade: 'SENIOR' }], b: [{ id: 'of JUNIOR' }], c: [{ id: 'of any' }] },
  },
  {
    it: 'reads lists of values',
    operation: '{ best { grade } bestGrades }',
    data: { best: { grade: 'SENIOR' }, bestGrades: ['SENIOR', 'JUNIOR'] },
  },
];
