/** Something in the merged data that its type does not allow. */
export interface Fault {
  /** Where it is; completed from the inside out. */
  readonly path: (string | number)[];
  /** The coordinate or type, and what was expected there. */
  readonly expected: string;
  readonly coordinate: string;
}

/** A null, or nothing, where the type allows none. */
export function absent(faults: Fault[], key: string | number, coordinate: string): null {
  faults.push({ path: [key], expected: `a value of ${coordinate}`, coordinate });
  return null;
}

/** A value of another shape. */
export function wrong(faults: Fault[], key: string | number | undefined, what: string, coordinate: string): null {
  faults.push({ path: key === undefined ? [] : [key], expected: `${what} at ${coordinate}`, coordinate });
  return null;
}

/** Puts a key before the paths of the faults from index `from` on. */
export function prefix(faults: Fault[], from: number, key: string | number): void {
  for (let index = from; index < faults.length; index++) {
    faults[index]?.path.unshift(key);
  }
}
