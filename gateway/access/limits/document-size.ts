import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { Definitions } from './definitions.ts';
import { DocumentInvalid } from './document-invalid.ts';
import { within } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

/** How large a selection set is with every fragment written out where it is spread. */
interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly selections: number;
  readonly aliases: number;
}

const NOTHING: Size = { depth: 0, fields: 0, selections: 0, aliases: 0 };

/**
 * Refuses documents that are too large when their fragments are written out, without writing them out: each fragment is
 * measured once, so that fragments which double one another cost no more than their text. Throws LimitExceeded, and
 * {@link DocumentInvalid} for fragments that spread themselves.
 */
export function checkSize({ operations, fragments, directives }: Definitions, limits: Limits): void {
  within(limits, 'operations', operations.length);
  within(limits, 'fragments', fragments.size);
  within(limits, 'directives', directives);
  const measure = measurer(fragments);
  let selections = 0;
  let aliases = 0;
  for (const { selectionSet } of operations) {
    const size = measure(selectionSet);
    within(limits, 'rootFields', size.fields);
    within(limits, 'depth', size.depth);
    selections += size.selections;
    aliases += size.aliases;
  }
  // Validation looks at each fragment by itself too.
  for (const { selectionSet } of fragments.values()) selections += measure(selectionSet).selections;
  within(limits, 'selections', selections);
  within(limits, 'aliases', aliases);
}

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Size {
  const measured = new Map<string, Size | 'under way'>();
  const fragment = (name: string): Size => {
    const known = measured.get(name);
    if (known === 'under way') {
      throw new DocumentInvalid('GRAPHQL_VALIDATION_FAILED', 'Expected fragments that do not spread themselves.');
    }
    if (known) return known;
    const definition = fragments.get(name);
    if (!definition) return NOTHING;
    measured.set(name, 'under way');
    const size = measure(definition.selectionSet);
    measured.set(name, size);
    return size;
  };
  const measure = ({ selections: nodes }: SelectionSetNode): Size => {
    let { depth, fields, selections, aliases } = NOTHING;
    for (const node of nodes) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet ? measure(node.selectionSet) : NOTHING;
        depth = Math.max(depth, 1 + below.depth);
        fields += 1;
        selections += 1 + below.selections;
        aliases += (node.alias ? 1 : 0) + below.aliases;
        continue;
      }
      const inside = node.kind === Kind.INLINE_FRAGMENT ? measure(node.selectionSet) : fragment(node.name.value);
      depth = Math.max(depth, inside.depth);
      fields += inside.fields;
      selections += 1 + inside.selections;
      aliases += inside.aliases;
    }
    return { depth, fields: bounded(fields), selections: bounded(selections), aliases: bounded(aliases) };
  };
  return measure;
}

/** Doubling fragments soon make numbers that nobody can read. */
const bounded = (count: number) => Math.min(count, 1_000_000_000);
