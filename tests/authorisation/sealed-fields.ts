/**
 * The fields that ask for a scope, by scope, as the public graph was agreed; alternatives stand with a bar between.
 * Written down here and not read from the schema: what a test expects must not follow what it tests.
 */
export const sealedFields: Readonly<Record<string, string>> = {
  'civil-affairs.assistance:read': 'Household.socialAssistance Person.allowances Person.socialAssistance',
  'civil-affairs.assistance:statistics': 'Query.assistanceStatistics',
  'civil-affairs.care:read': 'Person.careTags',
  'civil-affairs.marriage:read': 'Person.marriages',
  'governance-center.case:history': 'Person.cases',
  'governance-center.case:narrative':
    'Case.description CaseEvent.note CaseOutcome.summary FollowUp.comment GridReport.summary HouseholdVisit.findings Incident.summary',
  'governance-center.case:read':
    'Case.acceptance Case.acceptedAt Case.area Case.category Case.channel Case.closedAt Case.dispatches Case.dueAt Case.followUp Case.grid Case.holder Case.level Case.opens Case.outcome Case.overdue Case.parties Case.references Case.related Case.resolvedAt Case.resolvedAtLevel Case.scale Case.service Case.status Case.tier Case.timeline Case.title Case.version Person.openCases Query.case Query.cases',
  'governance-center.case:statistics':
    'Query.caseStatistics Query.dispatchStatistics Query.openAtDayEnd Query.organizationAssessment Query.visitStatistics',
  'governance-center.report:read': 'Grid.reports',
  'governance-center.visit:read': 'Dwelling.visits Household.visits Person.visits Query.roster',
  'governance-center.visit:write': 'Query.householdsOf',
  'hub.data-quality:read': 'Person.discrepancies',
  'hub.disclosure:audit': 'Query.ledgerHead Query.reviews',
  'hub.disclosure:audit|hub.disclosure:department': 'Query.disclosures',
  'hub.disclosure:read|hub.disclosure:audit': 'Person.disclosures',
  'hub.person:lookup': 'Query.findPerson Query.personByIdNumber',
  'justice.legal-aid:read': 'Person.legalAid',
  'justice.mediation:history': 'Person.mediations',
  'justice.mediation:read': 'Case.mediations Person.openMediations Query.mediation',
  'justice.mediation:statistics': 'Query.mediationStatistics',
  'medical-insurance.enrolment:read': 'Person.medicalInsurance',
  'medical-insurance.enrolment:statistics': 'Query.medicalInsuranceStatistics',
  'medical-insurance.health:read': 'MedicalInsuranceEnrolment.chronicDiseases',
  'public-security.address:read': 'Dwelling.address Person.residenceAddress',
  'public-security.incident:read': 'Case.incidents',
  'public-security.incident:statistics': 'Query.incidentStatistics',
  'public-security.person:identify': 'Person.identity',
  'public-security.person:read':
    'Dwelling.area Dwelling.households Household.area Household.basis Household.dwelling Household.head Household.members Household.size Household.source Person.ageBand Person.area Person.household Person.householdHistory Person.maskedIdNumber Person.maskedName Person.registeredHousehold Person.registration Person.relationToHead Person.sex Person.source Person.status Query.household',
  'public-security.person:read|hub.data-quality:read|hub.disclosure:read|hub.disclosure:audit': 'Query.person',
  'public-security.person:statistics': 'Query.populationStatistics',
  'social-insurance.account:read': 'Person.socialInsurance',
  'social-insurance.account:statistics': 'Query.insuranceStatistics',
};

const required = new Map(
  Object.entries(sealedFields).flatMap(([scopes, coordinates]) =>
    coordinates.split(' ').map((coordinate) => [coordinate, scopes.split('|')] as const),
  ),
);

/** Scopes any one of which opens a field; none for an open field. */
export const scopesOf = (typeName: string, fieldName: string): readonly string[] =>
  required.get(`${typeName}.${fieldName}`) ?? [];
