import type { Area } from '../kit/areas/area.ts';
import { creditCode } from './credit-code.ts';
import type { GovernanceLevel, Organization, OrganizationKind, Stationing, TownBoard } from './district.ts';

const COUNTY = '330803';
/** The street whose 1890 centre has an immediate response team and departments on call. */
export const RESPONSE_TOWN = '330803001';

const resident: readonly (readonly [string, string])[] = [
  ['PETITION', '信访局'],
  ['POLITICS-LAW', '政法委'],
  ['POLICE', '公安分局'],
  ['JUSTICE', '司法局'],
  ['COURT', '人民法院'],
  ['PROCURATORATE', '人民检察院'],
  ['CIVIL-AFFAIRS', '民政局'],
  ['HUMAN-RESOURCES', '人力资源和社会保障局'],
  ['MEDICAL-INSURANCE', '医疗保障局'],
  ['HOUSING', '住房和城乡建设局'],
  ['SOCIAL-WORK', '社会工作部'],
  ['HEALTH', '卫生健康局'],
  ['NATURAL-RESOURCES', '自然资源和规划分局'],
  ['MARKET-SUPERVISION', '市场监督管理局'],
];
const rotating: readonly (readonly [string, string])[] = [
  ['AGRICULTURE', '农业农村局'],
  ['TRANSPORT', '交通运输局'],
  ['EDUCATION', '教育局'],
  ['EMERGENCY', '应急管理局'],
  ['ENFORCEMENT', '综合行政执法局'],
  ['WATER', '水利局'],
  ['ENVIRONMENT', '生态环境分局'],
  ['WOMEN', '妇女联合会'],
  ['UNION', '总工会'],
  ['DISABLED', '残疾人联合会'],
];
const onCall: readonly (readonly [string, string])[] = [
  ['POWER', '供电所'],
  ['WATER-SUPPLY', '供水站'],
  ['GAS', '燃气站'],
  ['FIRE', '消防站'],
  ['TRAFFIC', '交警中队'],
  ['SANITATION', '环卫所'],
  ['TAX', '税务所'],
  ['CLINIC', '卫生服务中心'],
];
const boards: readonly (readonly [TownBoard, string])[] = [
  ['DISPUTE_MEDIATION', '矛盾调解板块'],
  ['PUBLIC_ORDER', '治安防控板块'],
  ['EMERGENCY_COMMAND', '应急指挥板块'],
  ['SOCIAL_WORK', '社会工作板块'],
];
const industries = ['物业', '道路交通事故', '劳动争议', '医疗纠纷', '金融借贷'];
const socialForces = ['义工协会', '律师服务团', '心理服务站', '老兵调解队', '骑手先锋队', '乡贤理事会'];

/** All bodies that can hold a matter: the same ones in every world, whatever its scale and seed. */
export function foundOrganizations(areas: readonly Area[]): Organization[] {
  const organizations: Organization[] = [];
  const found = (
    code: string,
    name: string,
    kind: OrganizationKind,
    areaCode: string,
    level: GovernanceLevel,
    more: { stationing?: Stationing; board?: TownBoard } = {},
  ): void => {
    const index = organizations.length;
    const authority = kind === 'SOCIAL_FORCE' || kind === 'INDUSTRY_COMMITTEE' ? '52' : '11';
    const { stationing = null, board = null } = more;
    organizations.push({
      index,
      code,
      name,
      kind,
      creditCode: creditCode(authority, index),
      stationing,
      board,
      areaCode,
      level,
    });
  };
  found('CENTER', '区社会治理中心', 'CENTER', COUNTY, 'COUNTY');
  for (const [code, name] of resident)
    found(`DEPT-${code}`, `区${name}`, 'DEPARTMENT', COUNTY, 'COUNTY', { stationing: 'RESIDENT' });
  for (const [code, name] of rotating)
    found(`DEPT-${code}`, `区${name}`, 'DEPARTMENT', COUNTY, 'COUNTY', { stationing: 'ROTATING' });
  for (const [number, name] of industries.entries()) {
    found(`INDUSTRY-${number + 1}`, `区${name}行业调解委员会`, 'INDUSTRY_COMMITTEE', COUNTY, 'COUNTY');
  }
  for (const [number, name] of socialForces.entries())
    found(`SOCIAL-${number + 1}`, name, 'SOCIAL_FORCE', COUNTY, 'COUNTY');
  for (const { code, name } of areas.filter((area) => area.code.length === 9)) {
    found(`TOWN-${code}`, `${name}${name.endsWith('街道') ? '办事处' : '人民政府'}`, 'TOWN', code, 'TOWN');
    for (const [board, title] of boards)
      found(`BOARD-${code}-${board}`, `${name}${title}`, 'TOWN', code, 'TOWN', { board });
    found(`POLICE-${code}`, `${name}派出所`, 'POLICE_STATION', code, 'TOWN');
    found(`COURT-${code}`, `${name}共享法庭`, 'SHARED_COURT', code, 'TOWN');
    found(`MEDIATION-${code}`, `${name}人民调解委员会`, 'MEDIATION_COMMITTEE', code, 'TOWN');
  }
  found(`RESPONSE-${RESPONSE_TOWN}`, '樟潭1890即时响应队', 'RESPONSE_TEAM', RESPONSE_TOWN, 'TOWN');
  for (const [code, name] of onCall) {
    found(`ONCALL-${code}`, `樟潭${name}`, 'DEPARTMENT', RESPONSE_TOWN, 'TOWN', { stationing: 'ON_CALL' });
  }
  for (const { code, name } of areas.filter((area) => area.code.length === 12))
    found(`VILLAGE-${code}`, name, 'COMMUNITY', code, 'VILLAGE');
  return organizations;
}
