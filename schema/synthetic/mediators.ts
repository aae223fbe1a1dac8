import type { Area } from '../kit/areas/area.ts';
import type { DisputeKind, MediationOrganization, MediationOrganizationKind, Mediator } from './district.ts';
import { officialName } from './names.ts';
import { randomAt } from './random.ts';

const COUNTY = '330803';
const disputeKinds: readonly DisputeKind[] = [
  'marriage-family',
  'neighbour',
  'property-management',
  'labour',
  'lending',
  'traffic',
  'land',
  'consumer',
  'tort',
  'contract',
];
const industries: readonly (readonly [string, DisputeKind[]])[] = [
  ['物业', ['property-management']],
  ['道路交通事故', ['traffic']],
  ['劳动争议', ['labour']],
  ['医疗纠纷', ['tort']],
  ['金融借贷', ['lending']],
];

/** The county committee, five industry ones, the "6070" team, the 连心桥 studio, then one a town and one a village. */
export function foundMediationOrganizations(areas: readonly Area[]): MediationOrganization[] {
  const organizations: MediationOrganization[] = [];
  const found = (
    code: string,
    name: string,
    kind: MediationOrganizationKind,
    areaCode: string,
    specialities: readonly DisputeKind[] = [],
  ): void => {
    organizations.push({ index: organizations.length, code, name, kind, areaCode, specialities });
  };
  found('MED-COUNTY', '衢江区人民调解委员会', 'COUNTY', COUNTY);
  for (const [number, [name, specialities]] of industries.entries()) {
    found(`MED-INDUSTRY-${number + 1}`, `衢江区${name}行业人民调解委员会`, 'INDUSTRY', COUNTY, specialities);
  }
  found('MED-6070', '“6070”调解队', 'TEAM', COUNTY, ['lending', 'traffic', 'contract']);
  found('MED-LIANXINQIAO', '连心桥调解工作室', 'STUDIO', COUNTY, ['marriage-family', 'neighbour']);
  for (const { code, name } of areas) {
    if (code.length === 9) found(`MED-${code}`, `${name}人民调解委员会`, 'TOWN', code);
  }
  for (const { code, shortName } of areas) {
    if (code.length === 12) found(`MED-${code}`, `${shortName}人民调解委员会`, 'VILLAGE', code);
  }
  return organizations;
}

/**
 * The mediators, full-time ones first: 60 and 1,500 at scale 1, at least 20 and 60. The first sit round robin in the
 * county's bodies and the towns, so each of these has one; the part-time ones go on with the villages.
 */
export function appointMediators(
  organizations: readonly MediationOrganization[],
  seed: number,
  scale: number,
): Mediator[] {
  const fullTime = Math.max(20, Math.round(60 * scale));
  const partTime = Math.max(60, Math.round(1500 * scale));
  return Array.from({ length: fullTime + partTime }, (_, index) => {
    const random = randomAt(seed, 'mediator', index);
    const organization = organizations[index % organizations.length] as MediationOrganization;
    return {
      index,
      code: `M${String(index + 1).padStart(5, '0')}`,
      name: officialName(random),
      employment: index < fullTime ? 'FULL_TIME' : 'PART_TIME',
      organization: organization.index,
      specialities: organization.specialities.length
        ? organization.specialities
        : [random.pick(disputeKinds), random.pick(disputeKinds)].filter((kind, at, all) => all.indexOf(kind) === at),
    };
  });
}
