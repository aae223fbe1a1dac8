import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'takes what is provided from where it is provided',
    operation: '{ dishes { id sauce { heat { level } } } }',
    data: { dishes: [{ id: 'd1', sauce: { heat: { level: 3 } } }] },
    requests: { menus: 1, kitchen: 0 },
  },
  {
    it: 'asks for what is not provided beside it',
    operation: '{ dishes { name sauce { name heat { level unit } } } plain { name sauce { name } } bare { name } }',
    data: {
      dishes: [{ name: 'Noodles', sauce: { name: 'Red', heat: { level: 3, unit: 'fire' } } }],
      plain: [{ name: 'Provided', sauce: { name: 'Red' } }],
      bare: [{ name: 'Noodles' }],
    },
  },
];
