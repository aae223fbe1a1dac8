import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import purposes from '../purposes/purposes.json' with { type: 'json' };
import { seedPurposes } from '../purposes/seed-purposes.ts';
import { type HubRegister, openHubRegister, viewer } from './hub-register.ts';

const CODES = purposes.map(({ code }) => code);
const QUERY = '{ purposes { code title titleZh legalBasis scopes boundTo } }';

let hub: HubRegister;

beforeAll(async () => {
  hub = await openHubRegister();
});
afterAll(() => hub?.close());

describe('seedPurposes', () => {
  it('enters all purposes once', async () => {
    expect((await seedPurposes(hub.database)).sort()).toEqual([...CODES].sort());
    expect(await seedPurposes(hub.database)).toEqual([]);
  });

  it('leaves a changed purpose as it is and enters a missing one', async () => {
    await hub.database.pool.query(`UPDATE purpose SET scopes = '{}', title = 'Ours' WHERE code = 'docket'`);
    await hub.database.pool.query(`DELETE FROM purpose WHERE code = 'oversight'`);
    expect(await seedPurposes(hub.database)).toEqual(['oversight']);
    const { rows } = await hub.database.pool.query(`SELECT scopes, title FROM purpose WHERE code = 'docket'`);
    expect(rows).toEqual([{ scopes: [], title: 'Ours' }]);
  });
});

describe('Query.purposes', () => {
  it('shows every authenticated caller all valid purposes with every scope they may open', async () => {
    const { data, statements } = await hub.ask(QUERY, viewer({ purpose: null }));
    expect(data.purposes.map(({ code }: { code: string }) => code)).toEqual([...CODES].sort());
    expect(statements).toHaveLength(1);
    const own = data.purposes.find(({ code }: { code: string }) => code === 'own-record');
    expect(own).toMatchObject({ boundTo: 'OWN_RECORD', scopes: ['hub.disclosure:read', 'hub.data-quality:write'] });
    const handling = data.purposes.find(({ code }: { code: string }) => code === 'case-handling');
    expect(handling.scopes).toEqual(
      expect.arrayContaining(['governance-center.case:read', 'public-security.person:identify']),
    );
  });

  it('shows no purpose before or after it is valid', async () => {
    await hub.database.pool.query(`UPDATE purpose SET valid_to = now() WHERE code = 'intake'`);
    await hub.database.pool.query(`UPDATE purpose SET valid_from = now() + interval '1 day' WHERE code = 'statistics'`);
    const { data } = await hub.ask(QUERY, viewer());
    const codes = data.purposes.map(({ code }: { code: string }) => code);
    expect(CODES.filter((code) => !codes.includes(code)).sort()).toEqual(['intake', 'statistics']);
  });
});
