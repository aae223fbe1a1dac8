import { describe, expect, it } from 'vitest';
import { systemConfig } from '../system/config.ts';

const share = (environment: NodeJS.ProcessEnv) => systemConfig(environment).ownCallsPerSecond;

describe('the quota of the bureau’s system', () => {
  it('is a process’ own where there is one, and shared alike by as many as there are', () => {
    expect(share({})).toBe(20);
    expect(share({ HUB_WORKERS: '4' })).toBe(5);
    expect(share({ HUB_WORKERS: '3', MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: '12' })).toBe(4);
  });

  it('is what the stand-in grants, however many ask', () => {
    expect(systemConfig({ HUB_WORKERS: '4' }).callsPerSecond).toBe(20);
  });
});
