import type { RequiresSelection } from '../plan/planner.ts';
import type { EntityCall } from './entity-call.ts';
import type { FetchDocument } from './facets.ts';

/** The places of the data that one entity call reads: its entities, the way to them, and its inputs. */
export function placesRead(requires: readonly RequiresSelection[], paths: EntityCall['paths']): string[] {
  const fields = (selections: readonly RequiresSelection[]): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') {
        const below = fields(selection.selections ?? []);
        const keys = selection.alias === undefined ? [selection.name] : [selection.name, selection.alias];
        return keys.flatMap((key) => [key, ...below.map((rest) => `${key}.${rest}`)]);
      }
      return selection.kind === 'InlineFragment' ? fields(selection.selections) : [];
    });
  return paths.flatMap(({ keys }) => [
    ...keys.map((_, index) => keys.slice(0, index + 1).join('.')),
    ...fields(requires).map((field) => [...keys, field].join('.')),
  ]);
}

/** The places of the data that one entity call fills. */
export function placesWritten(call: EntityCall, document: FetchDocument): string[] {
  const fields = document.written(call.alias).map((field) => call.rename(field.split('.')).join('.'));
  return call.paths.flatMap(({ keys }) => fields.map((field) => [...keys, field].join('.')));
}
