import { afterEach, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
afterEach(() => door.close());
const ask = () => door.post({ query: '{ __typename }' });

describe('the rate of requests', () => {
  it('is refused with 429 and when to come back, beyond the burst', async () => {
    door = await openDoor({ rate: { perSecond: 3, burst: 4 } });
    const answers = [];
    for (let sent = 0; sent < 12; sent += 1) answers.push(await ask());
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(7);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.json.errors[0].extensions.code).toBe('RATE_LIMITED');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('allows more once the second has passed', async () => {
    door = await openDoor({ rate: { perSecond: 1, burst: 0 } });
    const statuses = [(await ask()).status, (await ask()).status];
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect([...statuses, (await ask()).status]).toEqual([200, 429, 200]);
  });

  it('counts requests that are wrong too, before their body is read', async () => {
    door = await openDoor({ rate: { perSecond: 1, burst: 0 } });
    const answers = [await door.post('{'), await door.post('x'.repeat(1_000))];
    expect(answers.map(({ status }) => status)).toEqual([400, 429]);
  });

  it('lets everything through where it is 0', async () => {
    door = await openDoor({ rate: { perSecond: 0, burst: 0 } });
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});
