import type { DisputeKind } from '../../../schema/synthetic/world.ts';

/** Code of the table of dispute kinds under which the bureau files an invented dispute. */
export const disputeKindCode: Readonly<Record<DisputeKind, string>> = {
  'marriage-family': '01',
  neighbour: '02',
  'property-management': '03',
  labour: '04',
  lending: '05',
  traffic: '06',
  contract: '07',
  tort: '08',
  land: '11',
  consumer: '16',
};
