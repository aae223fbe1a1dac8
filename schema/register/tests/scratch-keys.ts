import { ringOfSecrets } from '../../kit/keys/secret-ring.ts';
import type { SealKeys } from '../../kit/sealing/register-seal.ts';

/** What scratch registers are sealed with. */
export const SCRATCH_KEYS: SealKeys = {
  seal: ringOfSecrets(Buffer.alloc(32, 3)),
  search: ringOfSecrets(Buffer.alloc(32, 4)),
};
