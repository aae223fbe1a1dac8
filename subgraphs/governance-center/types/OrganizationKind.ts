import { builder } from '../builder.ts';

/** Kind of an organization (单位类型). */
export const OrganizationKind = builder.enumType('OrganizationKind', {
  description: 'Kind of an organization (单位类型).',
  values: {
    CENTER: { description: 'The county centre (治理中心).' },
    DEPARTMENT: { description: 'Department (部门).' },
    TOWN: { description: 'Town or one of its boards (镇街及板块).' },
    COMMUNITY: { description: 'Village or community (村社).' },
    POLICE_STATION: { description: 'Police station (派出所).' },
    SHARED_COURT: { description: 'Shared court (共享法庭).' },
    MEDIATION_COMMITTEE: { description: 'People’s mediation committee (人民调解委员会).' },
    RESPONSE_TEAM: { description: 'Immediate response team (即时响应队).' },
    INDUSTRY_COMMITTEE: { description: 'Industry mediation committee (行业调解委员会).' },
    SOCIAL_FORCE: { description: 'Social force (社会力量).' },
  },
});
