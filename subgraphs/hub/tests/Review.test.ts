import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { seedPurposes } from '../purposes/seed-purposes.ts';
import { type HubRegister, openHubRegister, viewer } from './hub-register.ts';

const REVIEWS = `query ($kind: ReviewKind, $user: String, $first: Int, $after: String) {
  reviews(kind: $kind, user: $user, first: $first, after: $after) {
    totalCount nodes { user kind caseNumbers reason purpose { code } } pageInfo { endCursor } } }`;
const auditor = viewer({ scopes: ['hub.disclosure:audit'] });
const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

let hub: HubRegister;
beforeAll(async () => {
  hub = await openHubRegister();
  await seedPurposes(hub.database);
  const sealed = (number: number, reason: string) =>
    hub.database.seal.seal(reason, placeOf('review', 'reason', [id(number)]));
  await hub.database.pool.query(`
    INSERT INTO review VALUES
      ('${id(1)}', 'BREAK_GLASS', now(), now(), 'wei', 'centre', 'CENTER', 'case-handling', '{C1}', '${sealed(1, 'Somebody is missing')}'),
      ('${id(2)}', 'SELF_OPENING', now() + interval '1 hour', now(), 'lu', 'centre', NULL, 'case-handling', '{C1,C2,C3}', NULL),
      ('${id(3)}', 'BREAK_GLASS', now() + interval '2 hours', now(), 'lu', 'centre', NULL, 'case-handling', '{C4}', '${sealed(3, 'A fire')}')`);
});
afterAll(() => hub?.close());

describe('Query.reviews', () => {
  it('lists what the auditor is asked to look at, newest first, page by page', async () => {
    const first = await hub.ask(REVIEWS, auditor, { first: 2 });
    expect(first.data.reviews).toMatchObject({
      totalCount: 3,
      nodes: [
        { user: 'lu', kind: 'BREAK_GLASS', caseNumbers: ['C4'], reason: 'A fire', purpose: { code: 'case-handling' } },
        { user: 'lu', kind: 'SELF_OPENING', caseNumbers: ['C1', 'C2', 'C3'], reason: null },
      ],
    });
    const next = await hub.ask(REVIEWS, auditor, { first: 2, after: first.data.reviews.pageInfo.endCursor });
    expect(next.data.reviews.nodes).toMatchObject([{ user: 'wei' }]);
  });

  it('finds those of a kind and of an officer', async () => {
    const { data } = await hub.ask(REVIEWS, auditor, { kind: 'BREAK_GLASS', user: 'lu' });
    expect([data.reviews.totalCount, data.reviews.nodes.length]).toEqual([1, 1]);
  });

  it('enters that a reason was read', async () => {
    const { extensions } = await hub.ask(REVIEWS, auditor);
    expect(extensions.disclosed).toEqual([{ fields: 'Review.reason', persons: [] }]);
  });

  it('is refused to everybody else', async () => {
    const { data, codes } = await hub.ask(REVIEWS, viewer({ scopes: ['hub.disclosure:department'] }));
    expect([data.reviews, codes]).toEqual([null, ['FORBIDDEN']]);
  });
});
