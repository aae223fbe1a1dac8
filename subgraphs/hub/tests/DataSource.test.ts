import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, type HubRegister, openHubRegister, viewer } from './hub-register.ts';

let hub: HubRegister;

beforeAll(async () => {
  hub = await openHubRegister();
  await hub.link.receiveBatch(batchOf(1, { quarantined: 50, accepted: 50 }));
  await hub.link.receiveBatch(batchOf(2, { asOf: '2026-11-02T00:00:00+08:00' }));
  await hub.link.receiveBatch(batchOf(3, { layout: 'mediators', rows: 10, accepted: 9, quarantined: 1 }));
  const care = { department: 'civil-affairs', layout: 'care-tags' };
  await hub.link.receiveBatch(batchOf(4, { ...care, rows: 100, accepted: 100, quarantined: 0 }));
  await hub.link.receiveBatch(batchOf(5, { ...care, rows: 100, accepted: 89, quarantined: 11 }));
});
afterAll(() => hub?.close());

interface Source {
  readonly department: string;
}

describe('Query.dataSources', () => {
  it('tells how every department stands: all its rows, and its status by the newest file of each layout', async () => {
    const { data } = await hub.ask('{ dataSources { department status asOf rows quarantined } }', viewer());
    const of = (name: string) => data.dataSources.find(({ department }: Source) => department === name);
    expect(of('justice')).toEqual({
      department: 'justice',
      status: 'UP',
      asOf: '2026-11-02T00:00:00+08:00',
      rows: 154,
      quarantined: 56,
    });
    expect(of('civil-affairs')).toMatchObject({ status: 'DEGRADED', rows: 189, quarantined: 11 });
    expect(of('public-security')).toMatchObject({ status: 'DOWN', asOf: null, rows: 0, quarantined: 0 });
    expect(of('hub')).toBeUndefined();
  });

  it('lists the files of all departments in one further statement, newest first', async () => {
    const { data, statements } = await hub.ask(
      '{ dataSources { department batches(first: 2) { id file finishedAt normalised { rule rows } reasons { rule rows } } } }',
      viewer(),
    );
    expect(statements).toHaveLength(2);
    const { batches } = data.dataSources.find(({ department }: Source) => department === 'justice');
    expect(batches.map(({ file }: { file: string }) => file)).toEqual(['mediations-3.csv', 'mediations-2.csv']);
    expect(batches[0]).toMatchObject({
      finishedAt: '2026-11-02T00:01:03+08:00',
      normalised: [{ rule: 'full-width', rows: 3 }],
      reasons: [{ rule: 'INVALID_DATE', rows: 5 }],
    });
  });

  it('refuses a count of files that is out of bounds', async () => {
    const { codes } = await hub.ask('{ dataSources { batches(first: 101) { id } } }', viewer());
    expect(codes).toContain('INVALID_ARGUMENT');
  });
});
