import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'stops at the nearest nullable field',
    operation: '{ safe { strict { must } nested { strict { must } } } }',
    data: { safe: { strict: null, nested: { strict: { must: 'here' } } } },
    errorPaths: [['safe', 'strict', 'must']],
  },
  {
    it: 'takes the whole answer where nothing above is nullable',
    operation: '{ strict { must } }',
    data: null,
    errorPaths: [['strict', 'must']],
  },
  {
    it: 'takes a list of non-null items, and leaves one of nullable items',
    operation: '{ list { must } loose { must } }',
    data: { list: null, loose: [{ must: 1 }, null] },
    errorPaths: [
      ['list', 1, 'must'],
      ['loose', 1, 'must'],
    ],
  },
  {
    it: 'says what else was lost with the entity that a null took along',
    operation: '{ safe { strict { id must may } } }',
    data: { safe: { strict: null } },
    errorPaths: [
      ['safe', 'strict', 'must'],
      ['safe', 'strict', 'may'],
    ],
  },
  {
    it: 'names the place of an error by the aliases of the client',
    operation: '{ loose: safe { id: strict { may: must } } }',
    data: { loose: { id: null } },
    errorPaths: [['loose', 'id', 'may']],
  },
];
