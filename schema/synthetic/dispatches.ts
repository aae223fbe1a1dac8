import { instantText } from './calendar.ts';
import type { Village } from './district.ts';
import type { DistrictMap } from './district-map.ts';
import type { Dispatch, IntakeChannel, MatterCategory } from './matter.ts';
import { RESPONSE_TOWN } from './organizations.ts';
import type { Random } from './random.ts';

/** The 1890 centre's promise in minutes. */
const RECEIVE = 1;
const CONTACT = 3;
const ARRIVE = 10;
const onCall = ['POWER', 'WATER-SUPPLY', 'GAS', 'FIRE', 'TRAFFIC', 'SANITATION', 'TAX', 'CLINIC'];

/** Units sent for a matter: at once for emergencies and what comes through the 1890 centre, on order for a few others. */
export function dispatchUnits(
  map: DistrictMap,
  matter: { number: string; category: MatterCategory; channel: IntakeChannel; village: Village; acceptedAt: number },
  random: Random,
): Dispatch[] {
  const { number, category, channel, village, acceptedAt } = matter;
  const covered = village.townCode === RESPONSE_TOWN;
  const urgent = category === 'emergency-rescue' || channel === 'CITY_CENTER_1890';
  const sent: Dispatch[] = [];
  const send = (kind: Dispatch['kind'], unitCode: string, issued: number): void => {
    const unit = map.organizationByCode.get(unitCode);
    if (unit === undefined || issued >= map.asOfDay * 1440) return;
    const pace = kind === 'RESPONSE' ? 1 : 30;
    const received = issued + pace * (random.chance(0.94) ? 0.15 + 0.8 * random.next() : 1 + 4 * random.next());
    const contacted = random.chance(0.02)
      ? null
      : received + pace * (random.chance(0.93) ? 0.3 + 1.6 * random.next() : 3 + 6 * random.next());
    const arrived = random.chance(0.03)
      ? null
      : (contacted ?? received) + pace * (random.chance(0.9) ? 2 + 4.5 * random.next() : 9 + 20 * random.next());
    const late = (at: number | null, limit: number): boolean =>
      kind === 'RESPONSE' && (at === null || at - issued > limit);
    sent.push({
      number: `DD-${number.slice(3)}-${sent.length + 1}`,
      kind,
      unit,
      issuedAt: instantText(issued),
      receivedAt: instantText(received),
      contactedAt: contacted === null ? null : instantText(contacted),
      arrivedAt: arrived === null ? null : instantText(arrived),
      breaches: [
        ...(late(received, RECEIVE) ? (['RECEIVE'] as const) : []),
        ...(late(contacted, CONTACT) ? (['CONTACT'] as const) : []),
        ...(late(arrived, ARRIVE) ? (['ARRIVE'] as const) : []),
      ],
    });
  };
  if (urgent)
    send(
      'RESPONSE',
      covered ? `RESPONSE-${RESPONSE_TOWN}` : `BOARD-${village.townCode}-EMERGENCY_COMMAND`,
      acceptedAt + 0.5,
    );
  if (covered && random.chance(urgent ? 0.3 : 0.08))
    send('POINT_ORDER', `ONCALL-${random.pick(onCall)}`, acceptedAt + 3 + random.below(120));
  return sent;
}
