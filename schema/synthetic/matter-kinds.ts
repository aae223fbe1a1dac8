import type { DisputeKind } from './district.ts';
import type { IncidentKind } from './incident.ts';
import type { IntakeChannel, MatterCategory, ServiceKind } from './matter.ts';

/** What is typical of a category of matter. */
export interface MatterKind {
  category: MatterCategory;
  titleZh: string;
  /** Of a thousand matters. */
  weight: number;
  service: ServiceKind;
  /** Days until it is due. */
  dueDays: number;
  /** The county department that it belongs to. */
  department: string;
  /** Of a hundred matters, how many are mediated, and as what. */
  mediated: number;
  dispute: DisputeKind;
  incident: IncidentKind;
  respondent: 'person' | 'employer' | 'property-company' | 'none';
}

const kind = (
  category: MatterCategory,
  titleZh: string,
  weight: number,
  service: ServiceKind,
  dueDays: number,
  department: string,
  mediated: number,
  dispute: DisputeKind,
  incident: IncidentKind,
  respondent: MatterKind['respondent'],
): MatterKind => ({ category, titleZh, weight, service, dueDays, department, mediated, dispute, incident, respondent });

/** The twelve categories; the centre's own category table is the one that counts, this is how the invented ones fall. */
export const matterKinds: readonly MatterKind[] = [
  kind('neighbour-dispute', '邻里纠纷', 155, 'DISPUTE_MEDIATION', 15, 'JUSTICE', 78, 'neighbour', 'DISPUTE', 'person'),
  kind(
    'family-dispute',
    '婚姻家庭纠纷',
    105,
    'DISPUTE_MEDIATION',
    15,
    'WOMEN',
    72,
    'marriage-family',
    'DOMESTIC',
    'person',
  ),
  kind(
    'labour-dispute',
    '劳动纠纷',
    100,
    'DISPUTE_MEDIATION',
    30,
    'HUMAN-RESOURCES',
    62,
    'labour',
    'DISPUTE',
    'employer',
  ),
  kind(
    'property-management',
    '物业纠纷',
    90,
    'DISPUTE_MEDIATION',
    20,
    'HOUSING',
    55,
    'property-management',
    'NOISE',
    'property-company',
  ),
  kind('lending', '借贷纠纷', 85, 'DISPUTE_MEDIATION', 30, 'COURT', 80, 'lending', 'DISPUTE', 'person'),
  kind('traffic-accident', '交通事故纠纷', 75, 'DISPUTE_MEDIATION', 30, 'POLICE', 82, 'traffic', 'TRAFFIC', 'person'),
  kind(
    'land-resources',
    '土地山林纠纷',
    50,
    'DISPUTE_MEDIATION',
    45,
    'NATURAL-RESOURCES',
    60,
    'land',
    'DISPUTE',
    'person',
  ),
  kind(
    'comprehensive-support',
    '综合帮扶',
    40,
    'GOVERNMENT_SERVICE',
    60,
    'CIVIL-AFFAIRS',
    12,
    'marriage-family',
    'HELP',
    'none',
  ),
  kind('policy-advice', '政策咨询', 85, 'POLICY_ADVICE', 5, 'HUMAN-RESOURCES', 0, 'contract', 'HELP', 'none'),
  kind('emergency-rescue', '应急救助', 40, 'EMERGENCY_RESCUE', 2, 'EMERGENCY', 0, 'tort', 'HELP', 'none'),
  kind(
    'consumer-dispute',
    '消费纠纷',
    45,
    'DISPUTE_MEDIATION',
    10,
    'MARKET-SUPERVISION',
    58,
    'consumer',
    'FRAUD',
    'employer',
  ),
  kind('worker-appeal', '新就业群体诉求', 130, 'GOVERNMENT_SERVICE', 7, 'SOCIAL-WORK', 4, 'labour', 'HELP', 'none'),
];

const channels: readonly (readonly [IntakeChannel, number])[] = [
  ['SERVICE_WINDOW', 24],
  ['HOTLINE', 16],
  ['ONLINE', 12],
  ['GRID_REPORT', 17],
  ['TRANSFER_110', 11],
  ['TRANSFER_12345', 8],
  ['HOUSEHOLD_VISIT', 2],
  ['COURT', 4],
  ['VOLUNTEER_REPORT', 3],
  ['FORUM', 1],
];

/** Channels by category and whether the place is covered by the 1890 centre. */
export function channelsOf(category: MatterCategory, covered: boolean): readonly (readonly [IntakeChannel, number])[] {
  if (category === 'worker-appeal') {
    return [
      ['WORKER_APPEAL', 88],
      ['FORUM', 12],
    ];
  }
  return covered ? [...channels, ['CITY_CENTER_1890', 30]] : channels;
}
