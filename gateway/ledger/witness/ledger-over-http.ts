import type { WitnessedLedger } from './witness-once.ts';

const MOST_MS = 30_000;

/** A ledger behind a hub's door. */
export function ledgerOverHttp(hub: string): WitnessedLedger {
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const url = new URL(path, hub);
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(MOST_MS) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url.href} answered ${response.status}: ${text.slice(0, 300)}`);
    return text;
  };
  return {
    checkpoint: () => ask('/ledger/checkpoint'),
    async consistency(from, to) {
      const { proof } = JSON.parse(await ask(`/ledger/consistency?from=${from}&to=${to}`)) as { proof: string[] };
      return proof.map((hash) => Buffer.from(hash, 'base64'));
    },
    async cosign(note) {
      await ask('/ledger/cosignatures', { method: 'POST', body: note, headers: { 'content-type': 'text/plain' } });
    },
  };
}
