import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins subgraphs of the first federation, with type extensions',
    operation: '{ smith { sign tools { kind weight } } master { name sign } tools { owner { sign id } } }',
    data: {
      smith: { sign: '~Name s1~', tools: [{ kind: 'tongs', weight: null }] },
      master: { name: 'Name s2', sign: '~Name s2~' },
      tools: [{ owner: { sign: '~Name s2~', id: 's2' } }],
    },
  },
];
