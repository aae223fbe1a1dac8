import { signatureHeaders } from '../system/signature.ts';

/** What came back of one call. */
export type Called =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** Worth another try, after so many milliseconds where the system says so. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly what: string }
  | { readonly kind: 'refused'; readonly what: string }
  | { readonly kind: 'unreachable' };

/** Sends one signed call to the system; never rejects. */
export type Call = (path: string, body: object, withinMs: number) => Promise<Called>;

/** How the system is called that answers at this URL and shares this key. */
export function createCall(url: string, key: Buffer): Call {
  const base = url.replace(/\/$/, '');
  const prefix = new URL(base).pathname.replace(/\/$/, '');
  return async (path, content, withinMs) => {
    const body = JSON.stringify(content);
    const signed = signatureHeaders(key, { method: 'POST', path: `${prefix}${path}`, body });
    try {
      const response = await fetch(base + path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signed },
        redirect: 'error',
        signal: AbortSignal.timeout(Math.max(1, Math.ceil(withinMs))),
      });
      const text = await response.text();
      if (response.status === 200) return { kind: 'answered', body: JSON.parse(text) };
      const what = `status ${response.status}`;
      if (response.status !== 429 && response.status !== 503) return { kind: 'refused', what };
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return { kind: 'later', afterMs: Number.isNaN(seconds) ? null : seconds * 1_000, what };
    } catch (fault) {
      const { code } = ((fault as Error).cause ?? {}) as { code?: string };
      if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return { kind: 'unreachable' };
      if (fault instanceof SyntaxError) return { kind: 'refused', what: 'a body that is no JSON' };
      return { kind: 'later', afterMs: null, what: code ?? (fault as Error).name };
    }
  };
}
