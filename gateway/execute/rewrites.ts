import type { FetchNodePathSegment, FetchRewrite } from '../plan/planner.ts';
import { type Data, isData } from './data.ts';
import type { TypeIndex } from './type-index.ts';

/** Changes one object, or every object of a list, in place. */
export type Rewrite = (value: unknown) => void;

/** Maps the response keys of a subgraph's error path to those of the client. */
export type KeyRename = (path: readonly (string | number)[]) => readonly (string | number)[];

/** Compiles the planner's rewrites, in both of its encodings, into one function; undefined where there are none. */
export function compileRewrites(rewrites: readonly FetchRewrite[] | undefined, types: TypeIndex): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) {
    return undefined;
  }
  const compiled = rewrites.map((rewrite) => {
    const { path, change } = readRewrite(rewrite);
    return path
      .slice(0, -1)
      .reduceRight<Rewrite>((next, segment) => step(segment, next, types), last(path.at(-1), change));
  });
  return (value) => {
    for (const rewrite of compiled) {
      rewrite(value);
    }
  };
}

/** Renames in error paths what `rewrites` rename in data. Keys given by the planner are unique in a fetch. */
export function compileKeyRename(rewrites: readonly FetchRewrite[] | undefined): KeyRename {
  const names = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    const segment = readRewrite(rewrite).path.at(-1);
    if ('KeyRenamer' in rewrite && segment !== undefined && 'Key' in segment) {
      names.set(segment.Key, rewrite.KeyRenamer.renameKeyTo);
    }
  }
  return names.size === 0 ? (path) => path : (path) => path.map((key) => names.get(key as string) ?? key);
}

type Change = (object: Data, key: string) => void;

function readRewrite(rewrite: FetchRewrite): { path: readonly FetchNodePathSegment[]; change: Change } {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return {
      path,
      change: (object, key) => {
        if (object[key] !== undefined) {
          object[renameKeyTo] = object[key];
          delete object[key];
        }
      },
    };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return {
    path,
    change: (object, key) => {
      object[key] = setValueTo;
    },
  };
}

function last(segment: FetchNodePathSegment | undefined, change: Change): Rewrite {
  if (segment === undefined || !('Key' in segment)) {
    throw new TypeError('Expected a rewrite that ends in a key.');
  }
  return each((object) => change(object, segment.Key));
}

function step(segment: FetchNodePathSegment, next: Rewrite, types: TypeIndex): Rewrite {
  if ('Key' in segment) {
    return each((object) => next(object[segment.Key]));
  }
  const fitting = types.fitting(segment.TypenameEquals);
  return each((object) => {
    if (typeof object.__typename !== 'string' || fitting.has(object.__typename)) {
      next(object);
    }
  });
}

function each(visit: (object: Data) => void): Rewrite {
  const rewrite: Rewrite = (value) => {
    if (Array.isArray(value)) {
      value.forEach(rewrite);
    } else if (isData(value)) {
      visit(value);
    }
  };
  return rewrite;
}
