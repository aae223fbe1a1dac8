const DOCKET = [
  'governance-center.case:read',
  'public-security.person:read',
  'public-security.incident:read',
  'justice.mediation:read',
];
const INTAKE = ['hub.person:lookup', 'governance-center.case:accept'];
const MATTER = [
  'governance-center.case:narrative',
  'governance-center.case:history',
  'governance-center.case:write',
  'governance-center.visit:read',
  'justice.mediation:history',
  'public-security.person:identify',
  'public-security.address:read',
  'justice.legal-aid:read',
  'civil-affairs.marriage:read',
  'civil-affairs.care:read',
  'civil-affairs.assistance:read',
  'social-insurance.account:read',
  'medical-insurance.enrolment:read',
  'medical-insurance.health:read',
];

/**
 * The kinds of users and the scopes that a token for each carries. A token bounds what its user may ever ask for; the
 * purpose and the matter in hand narrow it further at each request.
 */
export const personas: Readonly<Record<string, { readonly title: string; readonly scopes: readonly string[] }>> = {
  'centre-system': {
    title: 'A system of the governance centre (中心业务系统)',
    scopes: [...DOCKET, ...INTAKE, ...MATTER],
  },
  'case-handler': { title: 'An officer who handles cases (办案人员)', scopes: [...DOCKET, ...INTAKE, ...MATTER] },
  supervisor: {
    title: 'Supervision and assessment (督导考核)',
    scopes: [
      ...DOCKET,
      'governance-center.case:supervise',
      'governance-center.case:statistics',
      'governance-center.visit:statistics',
    ],
  },
  'grid-worker': {
    title: 'A grid worker (网格员)',
    scopes: [
      'public-security.person:read',
      'civil-affairs.care:read',
      'medical-insurance.enrolment:read',
      'governance-center.visit:read',
      'governance-center.visit:write',
      'governance-center.report:read',
      'governance-center.report:write',
      'governance-center.case:accept',
    ],
  },
  analyst: {
    title: 'A reporting tool or analyst (统计分析)',
    scopes: [
      'public-security.person:statistics',
      'public-security.incident:statistics',
      'justice.mediation:statistics',
      'civil-affairs.assistance:statistics',
      'social-insurance.account:statistics',
      'medical-insurance.enrolment:statistics',
      'governance-center.case:statistics',
      'governance-center.visit:statistics',
    ],
  },
  'department-developer': {
    title: 'A developer of a department that publishes a subgraph (部门开发者)',
    scopes: ['hub.data-quality:read', 'hub.data-quality:write', 'hub.disclosure:department'],
  },
  auditor: { title: 'The auditor (审计人员)', scopes: ['hub.disclosure:audit'] },
  citizen: {
    title: 'A citizen, for the own record (群众本人)',
    scopes: ['hub.disclosure:read', 'hub.data-quality:write'],
  },
};
