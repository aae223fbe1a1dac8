import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcessSubgraph, inProcessSubgraph } from '../../../schema/kit/in-process-subgraph.ts';
import { ringOfSecrets } from '../../../schema/kit/keys/secret-ring.ts';
import { type Department, HERE, openDepartment, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { caseChangeFeed, publishCaseChanged } from '../loaders/case-changes.ts';
import { subgraph } from '../subgraph.ts';

const document = 'subscription ($area: String) { caseChanged(areaCode: $area) { number status } }';
const officer = viewer({ scopes: ['governance-center.case:read'], areas: [HERE.slice(0, 9)] });

let center: Department;
let served: InProcessSubgraph;

beforeAll(async () => {
  center = await openDepartment('governance-center', subgraph);
  served = inProcessSubgraph('governance-center', subgraph, center.database, ringOfSecrets(Buffer.alloc(32, 1)));
  await center.insert('governance_case', [caseAt('C-1', HERE), caseAt('C-2', THERE)]);
});
afterAll(() => center.close());

const caseAt = (number: string, area: string) => ({
  number,
  channel: 'HOTLINE',
  service: 'DISPUTE_MEDIATION',
  category: 'neighbourhood',
  scale: 'INDIVIDUAL',
  title: 'A fence',
  status: 'IN_PROGRESS',
  level: 'TOWN',
  area_code: area,
  accepted_at: '2026-11-01T08:00:00+08:00',
  version: 1,
});

const sessions = `SELECT pid FROM pg_stat_activity
                  WHERE application_name = 'listen case_changed' AND datname = current_database()`;
const listening = async () => (await center.database.pool.query(sessions)).rowCount;

describe('Subscription.caseChanged', () => {
  it('tells of cases of the viewer’s areas, each read when it is told', async () => {
    const changes = await served.subscribe({ document, viewer: officer });
    await publishCaseChanged(center.database, 'C-2');
    await publishCaseChanged(center.database, 'C-1');
    const { value: event } = await changes.next();
    expect(event).toEqual({ key: 'C-1', areaCode: HERE });
    await center.database.pool.query("UPDATE governance_case SET status = 'RESOLVED' WHERE number = 'C-1'");
    const { data } = await served.execute({ document, viewer: officer, event });
    expect(data).toEqual({ caseChanged: { number: 'C-1', status: 'RESOLVED' } });
    await changes.return?.();
  });

  it('answers null for whom the case is not visible any more, or not in the area asked for', async () => {
    const event = { key: 'C-1', areaCode: HERE };
    const moved = viewer({ scopes: ['governance-center.case:read'], areas: [THERE.slice(0, 9)] });
    expect((await served.execute({ document, viewer: moved, event })).data).toEqual({ caseChanged: null });
    const variables = { area: THERE };
    expect((await served.execute({ document, viewer: officer, event, variables })).data).toEqual({ caseChanged: null });
  });

  it('refuses a viewer without governance-center.case:read, before listening', async () => {
    const watch = center.database.watch();
    await expect(served.subscribe({ document, viewer: viewer() })).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    watch.stop();
    expect([watch.texts, caseChangeFeed.subscribers(center.database), await listening()]).toEqual([[], 0, 0]);
  });

  it('listens on one session for everybody, looks a case up once, and listens no more when all have left', async () => {
    const all = await Promise.all([1, 2, 3].map(() => served.subscribe({ document, viewer: officer })));
    expect([await listening(), caseChangeFeed.subscribers(center.database)]).toEqual([1, 3]);
    const watch = center.database.watch();
    await center.database.transaction(async (client) => {
      for (let time = 0; time < 5; time++) await client.query("SELECT pg_notify('case_changed', 'C-1')");
    });
    await Promise.all(all.map((changes) => changes.next()));
    watch.stop();
    expect(watch.texts.filter((text) => text.includes('governance_case'))).toHaveLength(1);
    for (const changes of all) await changes.return?.();
    expect(caseChangeFeed.subscribers(center.database)).toBe(0);
    await expect.poll(listening).toBe(0);
  });

  it('ends with SOURCE_UNAVAILABLE where the register cannot be heard any longer, and can be opened again', async () => {
    const changes = await served.subscribe({ document, viewer: officer });
    const lost = changes.next().catch((fault: unknown) => fault);
    await center.database.pool.query(`SELECT pg_terminate_backend(pid) FROM (${sessions}) AS listening`);
    expect(await lost).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
    expect(caseChangeFeed.subscribers(center.database)).toBe(0);
    const again = await served.subscribe({ document, viewer: officer });
    await publishCaseChanged(center.database, 'C-1');
    expect((await again.next()).value).toEqual({ key: 'C-1', areaCode: HERE });
    await again.return?.();
  });
});
