import type { FederationCase } from '../../federation-case.ts';

const operation = '{ gauge { level rate alarm } }';

export const cases: FederationCase[] = [
  {
    it: 'leaves fields where they were while no label is active',
    operation,
    data: { gauge: { level: 'level of old', rate: 'rate of old', alarm: 'alarm of old' } },
    requests: { new: 0 },
  },
  {
    it: 'moves a field whose label is active',
    operation,
    labels: ['night-shift', 'tank/second', 'unknown'],
    data: { gauge: { level: 'level of old', rate: 'rate of new', alarm: 'alarm of new' } },
  },
  {
    it: 'moves all fields where all labels are active',
    operation,
    labels: ['night-shift', 'tank/first', 'tank/second'],
    data: { gauge: { level: 'level of new', rate: 'rate of new', alarm: 'alarm of new' } },
  },
];
