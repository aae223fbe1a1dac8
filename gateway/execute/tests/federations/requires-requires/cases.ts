import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  { it: 'computes from a computed field', operation: '{ sample { fee } }', data: { sample: { fee: 8 } } },
  {
    it: 'computes from two chains at once, beside their own answers',
    operation: '{ sample { verdict heavy grams pure mixed fee } }',
    data: { sample: { verdict: 'heavy true, pure false', heavy: true, grams: 12, pure: false, mixed: true, fee: 8 } },
  },
  {
    it: 'computes the same from fragments and aliases',
    operation:
      '{ a: sample { ...V heavy: verdict } b: sample { pure: fee ... on Sample { grams: pure } } } fragment V on Sample { verdict }',
    data: { a: { verdict: 'heavy true, pure false', heavy: 'heavy true, pure false' }, b: { pure: 8, grams: false } },
  },
];
