import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'reads the id of the implementers on either side',
    operation: '{ desk(id: "d1") { id room lamps { id watts desk { id room } } } }',
    data: {
      desk: {
        id: 'd1',
        room: 'room of d1',
        lamps: [
          { id: 'd1-a', watts: 5, desk: { id: 'd-d1-a', room: 'attic' } },
          { id: 'd1-b', watts: 7, desk: { id: 'd-d1-b', room: 'attic' } },
        ],
      },
    },
  },
  {
    it: 'reads the id through the interface',
    operation:
      '{ lamp { ... on Thing { id } watts desk { ...T lamps { watts } } } } fragment T on Thing { __typename id }',
    data: {
      lamp: { id: 'l9', watts: 40, desk: { __typename: 'Desk', id: 'd-l9', lamps: [{ watts: 5 }, { watts: 7 }] } },
    },
  },
];
