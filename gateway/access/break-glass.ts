import type { Identity } from './identity.ts';
import type { Purpose } from './purpose.ts';

/** What a request says of breaking the glass: the headers as they came, the reason `''` where it is missing. */
export interface GlassStated {
  /** `X-Break-Glass`: percent-encoded UTF-8. */
  readonly reason: string;
  /** `X-Break-Glass-Minutes`. */
  readonly minutes: string | undefined;
}

/** Why the glass is broken, and for how long; the reason may name people and goes nowhere but to the auditor. */
export interface GlassAsked {
  readonly reason: string;
  readonly minutes: number;
}

/** One opening: whose, for which purpose and matter, and why. */
export interface GlassOpening extends GlassAsked {
  readonly user: string;
  readonly client: string;
  readonly organization: string | null;
  readonly purpose: string;
  readonly caseNumber: string;
  readonly perDay: number;
}

/** Keeps the openings. */
export interface GlassRegister {
  /**
   * Joins the viewer's running opening for the same purpose and matter, or enters a new one for the auditor to see.
   * False where the day's openings are used up.
   */
  open(opening: GlassOpening): Promise<boolean>;
}

const DEFAULT_MINUTES = 5;
const SHORTEST_REASON = 4;
const LONGEST_REASON = 500;

/** Reads what a request says; a code where it may not be: the purpose, the user, the reason or the minutes forbid it. */
export function readGlass(
  stated: GlassStated,
  { breakGlass }: Purpose,
  { persona }: Pick<Identity, 'persona'>,
): GlassAsked | 'BREAK_GLASS_NOT_PERMITTED' | 'BREAK_GLASS_INVALID' {
  if (!breakGlass?.personas.includes(persona)) return 'BREAK_GLASS_NOT_PERMITTED';
  const reason = decoded(stated.reason);
  const length = reason === undefined ? 0 : [...reason].length;
  if (reason === undefined || length < SHORTEST_REASON || length > LONGEST_REASON) return 'BREAK_GLASS_INVALID';
  const minutes = stated.minutes ?? String(Math.min(DEFAULT_MINUTES, breakGlass.minutes));
  if (!/^\d{1,3}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > breakGlass.minutes) {
    return 'BREAK_GLASS_INVALID';
  }
  return { reason, minutes: Number(minutes) };
}

/** The reason as it was written; a header's bytes arrive as Latin-1. */
function decoded(header: string): string | undefined {
  try {
    const bytes = decodeURIComponent(Buffer.from(header, 'latin1').toString('utf8'));
    return bytes.replaceAll(/\s+/g, ' ').trim();
  } catch {
    return undefined;
  }
}
