import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../../tests/kit/unwritten-policy.ts';
import { type MatterAnswer, type MatterViewer, matterInHand } from '../matter.ts';

const handling = purposeOf({ boundTo: 'CASE', liveStatuses: ['IN_PROGRESS'] });
const responding = purposeOf({ boundTo: 'DISPATCH', liveStatuses: ['IN_PROGRESS'], matterScopes: ['a:read'] });
const of = (changes: Partial<MatterViewer> = {}): MatterViewer => ({
  user: 'wei',
  organization: 'CENTER',
  breaksGlass: false,
  protectedPersons: new Set(),
  ...changes,
});
const answer = (changes: Partial<MatterAnswer> = {}): MatterAnswer => ({
  number: 'C1',
  status: 'IN_PROGRESS',
  holder: { id: 'CENTER' },
  opens: ['a:read'],
  acceptance: { acceptedBy: ['lu'], confirmedBy: [], references: 0 },
  parties: [
    { person: { id: 'p', household: { id: 'h' }, registeredHousehold: { id: 'r' } } },
    { person: { id: 'q', household: { id: 'h2' } } },
  ],
  ...changes,
});
const acceptedBy = (acceptance: Partial<NonNullable<MatterAnswer['acceptance']>>) =>
  answer({ acceptance: { acceptedBy: ['wei'], confirmedBy: [], references: 0, ...acceptance } });

describe('a matter', () => {
  it('concerns its parties and their households', () => {
    expect(matterInHand(handling, answer(), of())).toEqual({
      matter: { caseNumber: 'C1', persons: ['p', 'q'], households: ['h', 'r', 'h2'] },
      opens: ['a:read'],
      selfAccepted: false,
    });
  });

  it.each<[string, MatterAnswer | null, Partial<MatterViewer>]>([
    ['not live', answer({ status: 'CLOSED' }), {}],
    ['another organization’s', answer(), { organization: 'TOWN' }],
    ['nobody’s', answer({ holder: null }), { organization: null }],
    ['not known', null, {}],
    ['of unknown acceptance', answer({ acceptance: null }), {}],
    ['of an acceptance that the look-up does not tell', { ...answer(), acceptance: undefined as never }, {}],
  ])('that is %s is not in hand', (_, known, viewer) => {
    expect(matterInHand(handling, known, of(viewer))).toBeNull();
  });

  it.each<[string, Partial<NonNullable<MatterAnswer['acceptance']>>]>([
    ['nobody confirmed', {}],
    ['the one who took it in confirmed', { confirmedBy: ['wei'] }],
    ['those who took it in confirmed for each other', { acceptedBy: ['wei', 'lu'], confirmedBy: ['lu'] }],
    ['is taken in under the same name in other letters', { acceptedBy: [' ＷＥＩ '] }],
  ])('that %s is not in hand for the one who took it in', (_, acceptance) => {
    const known = acceptedBy(acceptance);
    expect(matterInHand(handling, known, of())).toBeNull();
    expect(matterInHand(handling, known, of({ breaksGlass: true }))).toBeNull();
    expect(matterInHand(handling, known, of({ user: 'chen' }))).not.toBeNull();
  });

  it.each([{ confirmedBy: ['chen'] }, { references: 1 }])('that %o confirms is, and is known as his own', (stands) => {
    expect(matterInHand(handling, acceptedBy(stands), of())?.selfAccepted).toBe(true);
  });

  it('concerns nobody who is protected, nor their households', () => {
    expect(matterInHand(handling, answer(), of({ protectedPersons: new Set(['p']) }))?.matter).toEqual({
      caseNumber: 'C1',
      persons: ['q'],
      households: ['h2'],
    });
  });

  it('of an emergency is in hand from the first unit on its way to the last that arrives, or by breaking the glass', () => {
    const arriving = (...arrivals: (string | null)[]) =>
      matterInHand(responding, answer({ dispatches: arrivals.map((arrivedAt) => ({ arrivedAt })) }), of());
    expect([arriving(), arriving('2026-01-01T00:00:00+08:00')]).toEqual([null, null]);
    expect([arriving(null), arriving('2026-01-01T00:00:00+08:00', null)]).not.toContain(null);
    expect(matterInHand(responding, answer({ dispatches: [] }), of({ breaksGlass: true }))?.opens).toEqual(['a:read']);
  });
});
