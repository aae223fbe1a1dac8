import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'nulls an item whose required joined field failed, and the list where its items are required',
    operation: '{ ponds { id depth } strictPonds { id depth } strictest { depth } }',
    data: {
      ponds: [{ id: '1', depth: 4 }, null, null, { id: '2', depth: 4 }],
      strictPonds: null,
      strictest: [{ depth: 4 }],
    },
    errorPaths: [
      ['ponds', 1, 'depth'],
      ['strictPonds', 1, 'depth'],
    ],
  },
  {
    it: 'nulls lists of required items and keeps lists of others',
    operation: '{ ponds { names mixed } }',
    data: {
      ponds: [
        { names: ['carp'], mixed: ['pike', null] },
        { names: null, mixed: ['pike', null] },
        null,
        { names: ['carp'], mixed: ['pike', null] },
      ],
    },
    errorPaths: [['ponds', 1, 'names', 1]],
  },
  {
    it: 'rises through lists of lists to what may be null',
    operation: '{ ponds { id nested { name } } }',
    data: {
      ponds: [
        { id: '1', nested: [[{ name: 'roach' }]] },
        { id: 'bad', nested: null },
        null,
        { id: '2', nested: [[{ name: 'roach' }]] },
      ],
    },
    errorPaths: [['ponds', 1, 'nested', 1, 0]],
  },
  {
    it: 'rises from a subgraph’s object through the entity to the item of a list of lists',
    operation: '{ grid { best { name } } }',
    data: { grid: [[{ best: { name: 'eel' } }, { best: { name: 'eel' } }], null, null, []] },
    errorPaths: [['grid', 2, 0, 'best', 'name']],
  },
];
