import { type Data, isData } from './data.ts';
import type { TypeIndex } from './type-index.ts';

/**
 * Merges an answer into the data in place: what is missing or null is filled, objects and lists are merged through.
 * A null never replaces a value, and an interface's name never replaces the name of a concrete type.
 */
export function mergeInto(target: Data, source: Data, types: TypeIndex): void {
  for (const key in source) {
    if (key === '__proto__') {
      continue; // A subgraph's free-form JSON may hold it, and the assignment would change the prototype.
    }
    const value = source[key];
    const present = target[key];
    if (present === undefined || present === null) {
      target[key] = value === undefined ? present : value;
    } else if (typeof value === 'object' && value !== null) {
      mergeValues(present, value, types);
    } else if (value !== null && value !== undefined && !(key === '__typename' && types.isAbstract(value))) {
      target[key] = value;
    }
  }
}

function mergeValues(present: unknown, value: object, types: TypeIndex): void {
  if (Array.isArray(value)) {
    if (Array.isArray(present)) {
      mergeLists(present, value, types);
    }
  } else if (isData(present)) {
    mergeInto(present, value as Data, types);
  }
}

function mergeLists(present: unknown[], value: readonly unknown[], types: TypeIndex): void {
  const shared = Math.min(present.length, value.length);
  for (let index = 0; index < shared; index++) {
    const item = value[index];
    if (present[index] === null) {
      present[index] = item;
    } else if (typeof item === 'object' && item !== null) {
      mergeValues(present[index], item, types);
    }
  }
}

/** A deep copy of JSON data, so that one entity's answer can be merged into several places. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(copyOf) as Value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const copy: Data = {};
  for (const key in value) {
    if (key === '__proto__') {
      continue;
    }
    copy[key] = copyOf(value[key]);
  }
  return copy as Value;
}
