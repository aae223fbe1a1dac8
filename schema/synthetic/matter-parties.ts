import { dayText } from './calendar.ts';
import type { GovernanceLevel, Village } from './district.ts';
import { PROPERTY_COMPANY_EVERY } from './employers.ts';
import { incidentNumber } from './incidents.ts';
import type { ExternalReference, IntakeChannel, MatterParty } from './matter.ts';
import type { MatterKind } from './matter-kinds.ts';
import type { Random } from './random.ts';
import type { WorldCore } from './world-core.ts';

const DAY = 1440;

/** The parties that are typical of the kind of matter; everybody once. */
export function drawParties(
  core: WorldCore,
  kind: MatterKind,
  village: number,
  channel: IntakeChannel,
  random: Random,
): MatterParty[] {
  const parties = [core.personParty(village, 'APPLICANT', random)];
  if (kind.respondent === 'person') parties.push(core.personParty(village, 'RESPONDENT', random));
  if (kind.respondent === 'employer' || kind.respondent === 'property-company') {
    const { length } = core.map.employers;
    const index =
      kind.respondent === 'employer'
        ? random.below(length)
        : random.below(Math.floor(length / PROPERTY_COMPANY_EVERY)) * PROPERTY_COMPANY_EVERY;
    parties.push({ role: 'RESPONDENT', person: null, organization: { register: 'employer', index }, unlinked: null });
  }
  if (kind.category === 'emergency-rescue') parties[0] = { ...(parties[0] as MatterParty), role: 'SUBJECT' };
  if (channel === 'GRID_REPORT' || channel === 'VOLUNTEER_REPORT') {
    if (random.chance(0.4)) parties.push(core.personParty(village, 'REPORTER', random));
  }
  // The same adult may be drawn twice: nobody quarrels with themselves.
  return parties.filter(
    ({ person }, at) =>
      !person ||
      parties.findIndex((other) => other.person?.family === person.family && other.person.person === person.person) ===
        at,
  );
}

/** Who owes the next step at a level. */
export function holders(
  core: WorldCore,
  kind: MatterKind,
  village: Village,
  random: Random,
): (level: GovernanceLevel) => number {
  const at = (code: string): number => core.map.organizationByCode.get(code) ?? 0;
  const board =
    kind.category === 'worker-appeal'
      ? 'SOCIAL_WORK'
      : kind.category === 'emergency-rescue'
        ? 'EMERGENCY_COMMAND'
        : 'DISPUTE_MEDIATION';
  const draw = random.next();
  return (level) => {
    if (level === 'COUNTY') return draw < 0.3 ? at('CENTER') : at(`DEPT-${kind.department}`);
    if (level === 'TOWN')
      return draw < 0.7
        ? at(`BOARD-${village.townCode}-${board}`)
        : at(`${draw < 0.85 ? 'POLICE' : 'MEDIATION'}-${village.townCode}`);
    return at(`VILLAGE-${village.code}`);
  };
}

/** The numbers it bears elsewhere, by the channel it came through. */
export function referencesOf(channel: IntakeChannel, accepted: number, index: number): ExternalReference[] {
  const day = dayText(Math.floor(accepted / DAY)).replaceAll('-', '');
  const serial = String(index).padStart(6, '0');
  if (channel === 'TRANSFER_110') return [{ system: '110', number: incidentNumber(accepted - 60, `9${serial}`) }];
  if (channel === 'TRANSFER_12345') return [{ system: '12345', number: `QZ12345${day}${serial}` }];
  if (channel === 'COURT') return [{ system: 'court', number: `(${day.slice(0, 4)})浙0898诉前调${serial}号` }];
  return index % 41 === 0 ? [{ system: 'petition', number: `XF${day}${serial}` }] : [];
}

/** Families are numbered village by village, so the village of any family is drawn by population. */
export function drawVillage(core: WorldCore, random: Random): number {
  const family = random.below(core.map.families);
  return core.map.villages.findLastIndex(({ firstFamily, familyCount }) => familyCount > 0 && firstFamily <= family);
}
