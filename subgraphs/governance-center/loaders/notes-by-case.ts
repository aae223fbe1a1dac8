import { listLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY } from './case-row.ts';

/** The note of one step, which may name people. */
export interface NoteRow {
  readonly caseNumber: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly note: string;
  readonly persons: readonly string[];
}

const notes = statement<NoteRow>(`
  SELECT e.case_number AS "caseNumber", e.id AS "eventId", e.event_number AS "eventNumber", e.note,
    ARRAY(SELECT p.person_id::text FROM case_party p WHERE p.case_number = c.number AND p.person_id IS NOT NULL) AS persons
  FROM case_event e JOIN governance_case c ON c.number = e.case_number
  WHERE e.case_number = ANY($1::text[]) AND e.note IS NOT NULL AND ${CASE_BOUNDARY}`);

/** What was noted at the steps of each case. */
export const notesByCase = listLoader<NoteRow>({
  scope: 'governance-center.case:narrative',
  discloses: 'CaseEvent.note',
  read: async (numbers, { database, areas, subjects }) =>
    (await database.query(notes, [numbers, areas, subjects])).map((row) => ({
      ...row,
      note: database.seal.open(row.note, placeOf('case_event', 'note', [row.caseNumber, row.eventNumber])),
    })),
  keysOf: ({ caseNumber }) => caseNumber,
  personsOf: ({ persons }) => persons,
});
