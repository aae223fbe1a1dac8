/** What a purpose is for, as the specification tells it: who may state it, and which scopes it opens. */
export interface SpecifiedPurpose {
  readonly users: readonly string[];
  readonly opens: readonly string[];
  /** Scopes that open for the subjects of the matter in hand, as far as its kind allows. */
  readonly opensForMatter?: readonly string[];
}

const docket = [
  'governance-center.case:read',
  'public-security.person:read',
  'public-security.incident:read',
  'justice.mediation:read',
];

/** What a comprehensive-support matter opens: most, but never health. */
export const comprehensiveSupport: readonly string[] = [
  'governance-center.case:narrative',
  'governance-center.case:history',
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
];

const statistics = [
  'public-security.person:statistics',
  'public-security.incident:statistics',
  'justice.mediation:statistics',
  'civil-affairs.assistance:statistics',
  'social-insurance.account:statistics',
  'medical-insurance.enrolment:statistics',
  'governance-center.case:statistics',
];

/** The purposes table as specified. Written down here and not read from the hub's own. */
export const specifiedPurposes: Readonly<Record<string, SpecifiedPurpose>> = {
  intake: {
    users: ['centre-system', 'case-handler'],
    opens: [
      'hub.person:lookup',
      'public-security.person:read',
      'governance-center.case:read',
      'justice.mediation:read',
    ],
  },
  docket: { users: ['centre-system', 'case-handler', 'supervisor'], opens: docket },
  'case-handling': {
    users: ['centre-system', 'case-handler'],
    opens: docket,
    opensForMatter: comprehensiveSupport,
  },
  'emergency-response': {
    users: ['centre-system'],
    opens: [],
    opensForMatter: [
      'public-security.person:read',
      'public-security.address:read',
      'civil-affairs.care:read',
      'medical-insurance.enrolment:read',
      'medical-insurance.health:read',
      'governance-center.case:read',
    ],
  },
  'grid-visit': {
    users: ['grid-worker'],
    opens: [
      'public-security.person:read',
      'civil-affairs.care:read',
      'medical-insurance.enrolment:read',
      'governance-center.visit:read',
      'governance-center.visit:write',
      'governance-center.report:read',
    ],
  },
  supervision: {
    users: ['supervisor'],
    opens: ['governance-center.case:read', 'governance-center.case:statistics'],
  },
  statistics: { users: ['analyst'], opens: statistics },
  'data-quality': {
    users: ['department-developer'],
    opens: ['hub.data-quality:read', 'hub.disclosure:department'],
  },
  oversight: { users: ['auditor'], opens: ['hub.disclosure:audit'] },
  'own-record': { users: ['citizen'], opens: [], opensForMatter: ['hub.disclosure:read'] },
};

/** The kinds of users there are. */
export const users: readonly string[] = [
  'centre-system',
  'case-handler',
  'supervisor',
  'grid-worker',
  'analyst',
  'department-developer',
  'auditor',
  'citizen',
];

/** What a user may read for a stated purpose, and why the rest is refused. */
export interface Expected {
  readonly scopes: ReadonlySet<string>;
  readonly refusal: string;
}

/** The expectation for a request with a live comprehensive-support matter in hand where the purpose needs one. */
export function expectedFor(user: string, purpose: string | undefined): Expected {
  const none = new Set<string>();
  if (purpose === undefined) return { scopes: none, refusal: 'PURPOSE_REQUIRED' };
  const specified = specifiedPurposes[purpose];
  if (!specified) return { scopes: none, refusal: 'PURPOSE_UNKNOWN' };
  if (!specified.users.includes(user)) return { scopes: none, refusal: 'PURPOSE_NOT_PERMITTED' };
  return { scopes: new Set([...specified.opens, ...(specified.opensForMatter ?? [])]), refusal: 'FORBIDDEN' };
}
