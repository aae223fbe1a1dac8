import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'sends inputs under fragments on members and implementers',
    operation: '{ entries { id caption } }',
    data: {
      entries: [
        {
          id: 'e1',
          caption: '{"__typename":"Photo","camera":{"__typename":"Film","iso":200,"maker":"Lomo"},"width":800}',
        },
        { id: 'e2', caption: '{"__typename":"Song","bars":32}' },
        { id: 'e3', caption: 'null' },
      ],
    },
  },
  {
    it: 'sends the same input of each member',
    operation: '{ entries { size } }',
    data: { entries: [{ size: 'size 600' }, { size: 'size null' }, { size: 'none' }] },
  },
  {
    it: 'sends them beside the client’s own fragments on the same object',
    operation:
      '{ entries { body { __typename ... on Photo { w: width camera { ... on Film { maker: iso } } } } size } }',
    data: {
      entries: [
        { body: { __typename: 'Photo', w: 800, camera: { maker: 200 } }, size: 'size 600' },
        { body: { __typename: 'Song' }, size: 'size null' },
        { body: null, size: 'none' },
      ],
    },
  },
];
