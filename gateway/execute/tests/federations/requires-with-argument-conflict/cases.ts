import type { FederationCase } from '../../federation-case.ts';

const parcel = { postage: 16.5, category: '10/3' };

export const cases: FederationCase[] = [
  {
    it: 'keeps inputs of the same field with other arguments apart',
    operation: '{ parcels { postage category } }',
    data: { parcels: [parcel, parcel] },
  },
  {
    it: 'finds them in places that need the planner’s aliases and in places that do not',
    operation:
      '{ x: parcels { category kilos(unit: KG, round: true) } y: parcels { postage category } z: parcels { postage } }',
    data: {
      x: [
        { category: '10/3', kilos: 3 },
        { category: '10/3', kilos: 3 },
      ],
      y: [parcel, parcel],
      z: [{ postage: 16.5 }, { postage: 16.5 }],
    },
  },
  {
    it: 'keeps them apart from what the client asks for',
    operation: `query ($unit: Unit = LB) {
      parcels { price(currency: "GBP") kilos(unit: $unit, round: true) postage usd: price(currency: "USD") category }
    }`,
    data: {
      parcels: [
        { price: 11, kilos: 6, ...parcel, usd: 11 },
        { price: 11, kilos: 6, ...parcel, usd: 11 },
      ],
    },
  },
];
