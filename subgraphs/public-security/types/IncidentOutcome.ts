import { builder } from '../builder.ts';

/** What became of an incident (处警结果). */
export const IncidentOutcome = builder.enumType('IncidentOutcome', {
  description: 'What became of an incident (处警结果).',
  values: {
    IN_PROGRESS: { description: 'Still being handled (处理中).' },
    RESOLVED_ON_SITE: { description: 'Settled on the spot (现场处结).' },
    MEDIATED: { description: 'Mediated (调解).' },
    ADMINISTRATIVE_CASE: { description: 'Taken up as an administrative case (受理行政案件).' },
    CRIMINAL_CASE: { description: 'Filed as a criminal case (立刑事案件).' },
    TRANSFERRED: { description: 'Passed to the body in charge (移交主管单位).' },
    UNFOUNDED: { description: 'Unfounded (不实警情).' },
  },
});
