import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract, SyntheticRow } from '../../../schema/synthetic/synthetic-extract.ts';
import type { IncidentFacts } from '../../../schema/synthetic/world.ts';
import { incidents } from '../extracts/incidents.ts';

const KINDS: Readonly<Record<IncidentFacts['kind'], string>> = {
  THEFT: '01',
  PUBLIC_ORDER: '02',
  TRAFFIC: '03',
  DISPUTE: '04',
  DOMESTIC: '05',
  FRAUD: '06',
  HELP: '07',
  NOISE: '09',
};

const CHANNELS: Readonly<Record<IncidentFacts['channel'], string>> = {
  HOTLINE_110: '110',
  WALK_IN: '上门',
  PATROL: '巡逻',
  TRANSFER: '移交',
  ONLINE: '网上',
};

const OUTCOMES: Readonly<Record<IncidentFacts['outcome'], string>> = {
  IN_PROGRESS: '00',
  RESOLVED_ON_SITE: '01',
  MEDIATED: '02',
  ADMINISTRATIVE_CASE: '03',
  CRIMINAL_CASE: '04',
  TRANSFERRED: '05',
  UNFOUNDED: '06',
};

const LEVELS = ['一级', '二级', '三级', '四级'];

/** Incidents that became part of a matter and, after them, those that did not. Whom they concern stays out. */
export const incidentsRows: SyntheticExtract = {
  layout: incidents,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { incident } = world.matter(index);
      if (incident) yield rowOf(incident);
    }
    for (let index = 0; index < world.standaloneIncidents; index++) yield rowOf(world.standaloneIncident(index));
  },
};

const rowOf = (incident: IncidentFacts): SyntheticRow => ({
  接警编号: incident.number,
  警情类别: KINDS[incident.kind],
  警情级别: LEVELS[incident.level - 1] ?? '',
  报警方式: CHANNELS[incident.channel],
  接警时间: dateTimeCell(incident.reportedAt, 'YYYYMMDDHHmmss'),
  派警时间: dateTimeCell(incident.dispatchedAt, 'YYYYMMDDHHmmss'),
  到场时间: dateTimeCell(incident.arrivedAt, 'YYYYMMDDHHmmss'),
  案发地区划: incident.areaCode,
  简要警情: incident.summary,
  处警结果: OUTCOMES[incident.outcome],
});
