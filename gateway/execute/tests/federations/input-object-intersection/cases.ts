import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'passes literals of what all subgraphs know',
    operation: '{ rooms(where: { floor: 3, seats: null, kinds: CELL }) { asked built } halls(where: {}) { id built } }',
    data: {
      rooms: [{ asked: '{"floor":3,"seats":null,"kinds":["CELL"]}', built: 2014 }],
      halls: [{ id: 'h1', built: 2004 }],
    },
  },
  {
    it: 'fills defaults of input objects in, and coerces single values to lists',
    operation: 'query ($where: RoomFilter) { a: rooms(where: $where) { asked } b: rooms { asked } }',
    variables: { where: { kinds: 'HALL' } },
    data: { a: [{ asked: '{"floor":1,"kinds":["HALL"]}' }], b: [{ asked: 'null' }] },
  },
  {
    it: 'passes variables inside of literals, absent ones as absent',
    operation: `query ($seats: Int, $floor: Int, $kind: Kind!) {
      rooms(where: { seats: $seats, floor: $floor, kinds: [$kind, HALL] }) { asked }
    }`,
    variables: { seats: null, kind: 'CELL' },
    data: { rooms: [{ asked: '{"floor":1,"seats":null,"kinds":["CELL","HALL"]}' }] },
  },
  {
    it: 'passes an input object to mutations of both, with its defaults',
    operation: `mutation ($request: Request!) {
      bookRoom(request: $request) { asked built }
      bookHall(request: { room: 7, days: 3 }) { id asked }
    }`,
    variables: { request: { room: 9, note: null } },
    data: {
      bookRoom: { asked: '{"room":"9","days":[1,2],"note":null}', built: 2014 },
      bookHall: { id: 'h2', asked: null },
    },
  },
];
