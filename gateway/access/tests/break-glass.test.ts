import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { purposeOf } from '../../../tests/kit/unwritten-policy.ts';
import { type GlassOpening, readGlass } from '../break-glass.ts';
import { openGlassRegister } from '../glass-register.ts';

const REASON = '老人失联三日，家人求助';
const purpose = purposeOf({ breakGlass: { personas: ['handler'], scopes: [], minutes: 15, perDay: 3 } });
const handler = { persona: 'handler' };
const encoded = encodeURIComponent(REASON);

describe('what a request says of breaking the glass', () => {
  it('is a reason, percent-encoded or in bare UTF-8, and minutes, five unless told', () => {
    const bare = Buffer.from(REASON, 'utf8').toString('latin1');
    expect(readGlass({ reason: encoded, minutes: undefined }, purpose, handler)).toEqual({
      reason: REASON,
      minutes: 5,
    });
    expect(readGlass({ reason: bare, minutes: '15' }, purpose, handler)).toEqual({ reason: REASON, minutes: 15 });
  });

  it.each([
    ['', '5'],
    ['   ', '5'],
    ['why', '5'],
    ['%20%20%20%20%20', '5'],
    ['%E8%80', '5'],
    ['x'.repeat(501), '5'],
    [encoded, '16'],
    [encoded, '0'],
    [encoded, '-1'],
    [encoded, '1.5'],
    [encoded, ''],
    [encoded, '5, 5'],
  ])('is refused as %j for %j minutes', (reason, minutes) => {
    expect(readGlass({ reason, minutes }, purpose, handler)).toBe('BREAK_GLASS_INVALID');
  });

  it('is refused to users whom the purpose does not name, and for purposes without it', () => {
    const stated = { reason: encoded, minutes: '5' };
    expect(readGlass(stated, purpose, { persona: 'supervisor' })).toBe('BREAK_GLASS_NOT_PERMITTED');
    expect(readGlass(stated, purposeOf({}), handler)).toBe('BREAK_GLASS_NOT_PERMITTED');
  });
});

describe('an opening', () => {
  let hub: ScratchDatabase;
  let now = Date.parse('2026-11-01T12:00:00+08:00');
  beforeAll(async () => {
    hub = await scratchRegister('hub');
  });
  afterAll(() => hub?.close());

  const register = () => openGlassRegister(hub.database, () => now);
  const opening = (changes: Partial<GlassOpening>): GlassOpening => ({
    user: 'wei',
    client: 'centre',
    organization: 'CENTER',
    purpose: 'case-handling',
    caseNumber: 'C1',
    reason: REASON,
    minutes: 5,
    perDay: 3,
    ...changes,
  });
  const entered = async (user: string) => {
    const text = 'SELECT id, case_numbers, reason FROM review WHERE user_name = $1 ORDER BY id';
    return (await hub.database.pool.query(text, [user])).rows;
  };

  it('is entered once, with its reason sealed, however many requests of however many processes come within it', async () => {
    const [one, other] = [register(), register()];
    const asked = Array.from({ length: 12 }, (_, index) => (index % 2 ? one : other).open(opening({ user: 'zhou' })));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]));
    const [only, ...others] = await entered('zhou');
    expect([only.case_numbers, others]).toEqual([['C1'], []]);
    expect(only.reason).not.toContain('失联');
    expect(hub.database.seal.open(only.reason, placeOf('review', 'reason', [only.id]))).toBe(REASON);
  });

  it('ends by itself: what comes after its minutes is another one', async () => {
    await register().open(opening({ user: 'chen' }));
    now += 4 * 60_000 + 59_000;
    await register().open(opening({ user: 'chen' }));
    expect(await entered('chen')).toHaveLength(1);
    now += 1_000;
    await register().open(opening({ user: 'chen' }));
    expect(await entered('chen')).toHaveLength(2);
  });

  it('is for its matter and its client alone', async () => {
    await register().open(opening({ user: 'lu' }));
    await register().open(opening({ user: 'lu', caseNumber: 'C2' }));
    await register().open(opening({ user: 'lu', client: 'another' }));
    expect(await entered('lu')).toHaveLength(3);
  });

  it('is refused once the day’s number is used up, counted over processes that race, until the next day', async () => {
    const matters = Array.from({ length: 8 }, (_, index) => register().open(opening({ caseNumber: `R${index}` })));
    expect((await Promise.all(matters)).filter(Boolean)).toHaveLength(3);
    expect(await entered('wei')).toHaveLength(3);
    now += 24 * 3_600_000;
    expect(await register().open(opening({ caseNumber: 'R9' }))).toBe(true);
    expect(await register().open(opening({ user: 'nobody', perDay: 0 }))).toBe(false);
  });
});
