import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerConfig } from '../config.ts';

describe('registerConfig', () => {
  it('keeps the data in .hub beside the code unless told', () => {
    expect(registerConfig([], {}).dataDirectory).toBe(resolve(import.meta.dirname, '../../../.hub'));
    expect(registerConfig([], { HUB_DATA: '/srv/hub' }).dataDirectory).toBe('/srv/hub');
  });

  it('reads the connection string of each department by its prefix', () => {
    const url = 'postgresql://reader@database.example/register';
    const { databaseUrls } = registerConfig(['justice', 'public-security'], { PUBLIC_SECURITY_DATABASE_URL: url });
    expect([...databaseUrls]).toEqual([['public-security', url]]);
  });

  it('reports every fault at once and repeats no value', () => {
    const environment = { HUB_DATA: '', JUSTICE_DATABASE_URL: 'mysql://root:secret@x' };
    const read = () => registerConfig(['justice'], environment);
    expect(read).toThrow(/HUB_DATA.*\n.*JUSTICE_DATABASE_URL/);
    expect(read).not.toThrow('secret');
  });
});
