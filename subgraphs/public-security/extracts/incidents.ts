import { area } from '../../../schema/extracts/columns/area.ts';
import { code } from '../../../schema/extracts/columns/code.ts';
import { dateTime } from '../../../schema/extracts/columns/date-time.ts';
import { freeText, text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { incidentKinds } from '../../../schema/kit/code-tables/incident-kinds.ts';

/** Incidents as the command room closes its days. Whom they concern is not handed over. */
export const incidents = extractLayout({
  name: 'incidents',
  title: '接处警信息',
  catalogueId: '330803/GA/0006',
  fileName: 'GA_JCJ_JQ.csv',
  encoding: 'utf-8',
  table: 'incident',
  key: ['number'],
  columns: {
    number: text('接警编号', { required: true, max: 40 }),
    kind: code('警情类别', Object.fromEntries(incidentKinds.values.map((raw) => [raw, raw])), { required: true }),
    level: code('警情级别', { 一级: '1', 二级: '2', 三级: '3', 四级: '4' }, { required: true }),
    channel: code(
      '报警方式',
      { 110: 'HOTLINE_110', 上门: 'WALK_IN', 巡逻: 'PATROL', 移交: 'TRANSFER', 网上: 'ONLINE' },
      { required: true },
    ),
    reported_at: dateTime('接警时间', 'YYYYMMDDHHmmss', { required: true }),
    dispatched_at: dateTime('派警时间', 'YYYYMMDDHHmmss'),
    arrived_at: dateTime('到场时间', 'YYYYMMDDHHmmss'),
    area_code: area('案发地区划'),
    summary: freeText('简要警情'),
    outcome: code(
      '处警结果',
      {
        '00': 'IN_PROGRESS',
        '01': 'RESOLVED_ON_SITE',
        '02': 'MEDIATED',
        '03': 'ADMINISTRATIVE_CASE',
        '04': 'CRIMINAL_CASE',
        '05': 'TRANSFERRED',
        '06': 'UNFOUNDED',
      },
      { required: true },
    ),
  },
  asOf: 'reported_at',
});
