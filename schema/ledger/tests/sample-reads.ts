import { type DisclosureDraft } from '../drafts.ts';

/** An id of an invented person. */
export const personId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A read that names one person, unless told otherwise. */
export const readOf = (changes: Partial<DisclosureDraft> = {}): DisclosureDraft => ({
  requestId: 'request-1',
  client: 'centre',
  user: 'wei',
  organization: 'org',
  department: 'justice',
  purpose: 'case-handling',
  caseNumber: 'C1',
  persons: [personId(1)],
  fields: ['Person.mediations'],
  breakGlass: false,
  answer: null,
  ...changes,
});
