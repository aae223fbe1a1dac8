/** Why a coordinate does not answer, for example `FORBIDDEN` or `CASE_REQUIRED`. */
export type RefusalCode = string;

/** The coordinates that one request may not read. */
export interface Refused {
  /** Equal for two requests that are refused the same coordinates for the same reasons: part of the plan's cache key. */
  readonly key: string;
  /** The reason for which a concrete type's field does not answer, undefined where it does. */
  refusalOf(typeName: string, fieldName: string): RefusalCode | undefined;
}

/** Refuses nothing. */
export const NOTHING_REFUSED: Refused = { key: '', refusalOf: () => undefined };
