/** An object of an answer: response keys to values. */
export type Data = Record<string, unknown>;

/** A place in an answer: response keys and list indices. */
export type ResponsePath = readonly (string | number)[];

/** Whether a value is an object of an answer, so neither null, nor a list, nor a scalar. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
