import { dateTime } from '../../../schema/extracts/columns/date-time.ts';
import { text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Incidents handed to the governance centre, with the number of the matter each became part of. */
export const incidentHandovers = extractLayout({
  name: 'incident-handovers',
  title: '非警务警情移交清单',
  catalogueId: '330803/GA/0007',
  fileName: 'GA_JQ_YJ.csv',
  encoding: 'utf-8',
  table: 'incident_handover',
  key: ['case_number', 'incident_number'],
  columns: {
    case_number: text('治理中心事项编号', { required: true, max: 40 }),
    incident_number: text('接警编号', { required: true, max: 40 }),
    handed_over_at: dateTime('移交时间', 'YYYYMMDDHHmmss', { required: true }),
  },
  asOf: 'handed_over_at',
});
