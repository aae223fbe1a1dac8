import type { RequiresSelection } from '../plan/planner.ts';
import { type Data, isData } from './data.ts';
import type { Failure, Report } from './report.ts';
import type { TypeIndex } from './type-index.ts';

/** Looks through the inputs of an entity for one that failed. */
export interface FindMissing {
  /** Why an input of the entity is not to be trusted, undefined where none failed. */
  failed(entity: Data, report: Report): Failure | undefined;
}

/** Compiles the search for failed inputs. It runs only in executions where something has failed. */
export function compileMissing(requires: readonly RequiresSelection[], types: TypeIndex): FindMissing {
  const search = (value: unknown, selections: readonly RequiresSelection[], report: Report): Failure | undefined => {
    if (Array.isArray(value)) {
      return first(value.keys(), (index) => {
        return report.failureOf(value as unknown as Data, index) ?? search(value[index], selections, report);
      });
    }
    if (!isData(value)) {
      return undefined;
    }
    return first(selections.values(), (selection) => {
      if (selection.kind === 'Field') {
        const failure = report.failureOf(value, selection.name);
        return failure ?? search(value[selection.name], selection.selections ?? [], report);
      }
      if (selection.kind === 'InlineFragment') {
        const type = value.__typename;
        const fits = typeof type !== 'string' || types.fitting([selection.typeCondition]).has(type);
        return fits ? search(value, selection.selections, report) : undefined;
      }
      return undefined;
    });
  };
  return { failed: (entity, report) => search(entity, requires, report) };
}

function first<Item>(items: Iterable<Item>, find: (item: Item) => Failure | undefined): Failure | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
