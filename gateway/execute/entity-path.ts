import type { FlattenNodePathSegment } from '../plan/planner.ts';
import { type Data, isData, type ResponsePath } from './data.ts';
import type { TypeIndex } from './type-index.ts';

/** The way from the root of the data to the entities of one fetch. */
export interface EntityPath {
  /** Response keys of the way, without lists and type conditions. */
  readonly keys: readonly string[];
  /** Response keys up to and including the first list. */
  readonly firstList: readonly string[];
  readonly passesList: boolean;
  /** Adds every object at the end of the way. */
  collect(data: Data, found: Data[]): void;
  /** Finds the path of every object at the end of the way; slower than `collect`, for errors. */
  locate(data: Data, found: Map<Data, ResponsePath>): void;
}

type Visit = (value: unknown, path: ResponsePath | undefined, arrive: Arrive) => void;
type Arrive = (entity: Data, path: ResponsePath | undefined) => void;

/** Compiles a path of the plan into functions that walk it. */
export function compileEntityPath(segments: readonly FlattenNodePathSegment[], types: TypeIndex): EntityPath {
  const keys = segments.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
  const list = segments.indexOf('@');
  const visit = segments.reduceRight<Visit>((next, segment) => step(segment, next, types), arriveAt);
  return {
    keys,
    firstList:
      list === -1 ? keys : segments.slice(0, list).flatMap((one) => (one !== '@' && 'Field' in one ? [one.Field] : [])),
    passesList: list !== -1,
    collect: (data, found) => visit(data, undefined, (entity) => found.push(entity)),
    locate: (data, found) => visit(data, [], (entity, path) => found.set(entity, path ?? [])),
  };
}

const arriveAt: Visit = (value, path, arrive) => {
  if (Array.isArray(value)) {
    each(value, path, (item, at) => arriveAt(item, at, arrive));
  } else if (isData(value)) {
    arrive(value, path);
  }
};

function step(segment: FlattenNodePathSegment, next: Visit, types: TypeIndex): Visit {
  if (segment === '@') {
    return (value, path, arrive) => {
      if (Array.isArray(value)) {
        each(value, path, (item, at) => next(item, at, arrive));
      }
    };
  }
  if ('Field' in segment) {
    const key = segment.Field;
    return (value, path, arrive) => {
      if (isData(value)) {
        next(value[key], path && [...path, key], arrive);
      }
    };
  }
  const fitting = types.fitting(segment.TypeCondition);
  return (value, path, arrive) => {
    // An object that does not say its type has the one that the field declares.
    if (isData(value) && (typeof value.__typename !== 'string' || fitting.has(value.__typename))) {
      next(value, path, arrive);
    }
  };
}

function each(
  list: readonly unknown[],
  path: ResponsePath | undefined,
  visit: (item: unknown, at?: ResponsePath) => void,
) {
  for (let index = 0; index < list.length; index++) {
    visit(list[index], path && [...path, index]);
  }
}
