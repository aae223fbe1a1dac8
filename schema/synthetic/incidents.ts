import { dayNumber, dayText, instantText } from './calendar.ts';
import type { IncidentFacts, IncidentKind } from './incident.ts';
import type { MatterParty } from './matter.ts';
import { summarise } from './matter-texts.ts';
import { type Random, randomAt } from './random.ts';
import type { WorldCore } from './world-core.ts';

const STANDALONE_AT_SCALE_ONE = 20_000;
const kinds: readonly (readonly [IncidentKind, number])[] = [
  ['DISPUTE', 26],
  ['TRAFFIC', 30],
  ['HELP', 18],
  ['PUBLIC_ORDER', 6],
  ['FRAUD', 7],
  ['THEFT', 4],
  ['DOMESTIC', 4],
  ['NOISE', 5],
];

/** How many incidents were not handed to the centre. */
export function countStandaloneIncidents(core: WorldCore): number {
  return Math.max(40, Math.round(STANDALONE_AT_SCALE_ONE * core.map.scale));
}

/** The number of an incident: division, day of the report, serial. */
export function incidentNumber(reportedAt: number, serial: string): string {
  return `J330898${dayText(Math.floor(reportedAt / 1440)).replaceAll('-', '')}${serial}`;
}

/** What an incident is told; instants are minutes. */
export interface IncidentCircumstances {
  number: string;
  matterNumber: string | null;
  kind: IncidentKind;
  channel: IncidentFacts['channel'];
  outcome: IncidentFacts['outcome'];
  reportedAt: number;
  village: number;
  parties: readonly MatterParty[];
}

/** One incident under these circumstances. */
export function report(core: WorldCore, circumstances: IncidentCircumstances, random: Random): IncidentFacts {
  const { reportedAt, village, parties } = circumstances;
  const sent = circumstances.channel === 'WALK_IN' ? null : reportedAt + 1 + random.below(5) + random.next();
  const arrived = sent === null || random.chance(0.04) ? null : sent + 3 + random.below(25) + random.next();
  return {
    ...circumstances,
    level: random.weighted([
      [1, 1],
      [2, 6],
      [3, 33],
      [4, 60],
    ] as const),
    reportedAt: instantText(reportedAt),
    dispatchedAt: sent === null ? null : instantText(sent),
    arrivedAt: arrived === null ? null : instantText(arrived),
    areaCode: core.map.villages[village]?.code ?? core.map.areas[0]?.code ?? '',
    summary: summarise(random, core.mentionable(parties)),
  };
}

/** Incident number `index` of those that were not handed over, in order of the report. */
export function standaloneIncident(core: WorldCore, index: number): IncidentFacts {
  const { map } = core;
  const random = randomAt(map.seed, 'incident', index);
  const total = countStandaloneIncidents(core);
  const reportedAt = Math.floor((dayNumber(map.asOf) - 365 + ((index + random.next()) / total) * 365) * 1440);
  const village = random.below(map.villages.length);
  const kind = random.weighted(kinds);
  const recent = reportedAt > (map.asOfDay - 6) * 1440;
  const crime = kind === 'FRAUD' || kind === 'THEFT';
  return report(
    core,
    {
      number: incidentNumber(reportedAt, String(index).padStart(6, '0')),
      matterNumber: null,
      kind,
      channel: random.weighted([
        ['HOTLINE_110', 78],
        ['WALK_IN', 10],
        ['PATROL', 6],
        ['TRANSFER', 3],
        ['ONLINE', 3],
      ] as const),
      outcome:
        recent && random.chance(0.4)
          ? 'IN_PROGRESS'
          : random.weighted([
              ['RESOLVED_ON_SITE', crime ? 10 : 62],
              ['MEDIATED', crime ? 2 : 22],
              ['ADMINISTRATIVE_CASE', crime ? 38 : 5],
              ['CRIMINAL_CASE', crime ? 42 : 0.5],
              ['UNFOUNDED', 7],
            ] as const),
      reportedAt,
      village,
      parties: [core.personParty(village, 'REPORTER', random)],
    },
    random,
  );
}
