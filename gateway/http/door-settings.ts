import { z } from 'zod';
import { type Limits, limitSettings, limitsOf } from '../access/limits/limits.ts';
import { type Rate, rateSettings } from '../access/limits/rate-limit.ts';
import { type LiveLimits, liveLimitsOf, liveSettings } from '../live/live-limits.ts';
import { type Patience, patienceOf, patienceSettings } from './patience.ts';

/** The environment variables that say what the door lets in. */
export const doorSettings = {
  ...limitSettings,
  ...rateSettings,
  ...patienceSettings,
  ...liveSettings,
  HUB_TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  HUB_OPEN_DOCUMENTS: z.enum(['0', '1']).default('0'),
};

/** What the door lets in. */
export interface DoorConfig {
  readonly limits: Limits;
  readonly rate: Rate;
  readonly patience: Patience;
  readonly live: LiveLimits;
  /** File of the documents that clients may send. */
  readonly trustedDocuments: string | undefined;
  /** Whether any other document is taken too: in production only where the operator says so. */
  readonly openDocuments: boolean;
}

/** What the settings say that the door lets in. */
export function doorConfigOf(settings: z.infer<z.ZodObject<typeof doorSettings>>, production: boolean): DoorConfig {
  return {
    limits: limitsOf(settings),
    rate: { perSecond: settings.HUB_RATE_PER_SECOND, burst: settings.HUB_RATE_BURST },
    patience: patienceOf(settings),
    live: liveLimitsOf(settings),
    trustedDocuments: settings.HUB_TRUSTED_DOCUMENTS,
    openDocuments: !production || settings.HUB_OPEN_DOCUMENTS === '1',
  };
}

/** Why these settings do not do for production, where documents are trusted ones unless the operator says otherwise. */
export function productionFault(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment['HUB_TRUSTED_DOCUMENTS'] || environment['HUB_OPEN_DOCUMENTS'] === '1') return undefined;
  return 'HUB_TRUSTED_DOCUMENTS: expected in production; HUB_OPEN_DOCUMENTS=1 takes any document instead';
}
