import type { ExtractLayout } from '../extracts/layout.ts';
import type { DirtCode } from './dirt.ts';
import type { World } from './world.ts';

/** A row's cells by header. */
export type SyntheticRow = Readonly<Record<string, string>> & { readonly [stain]?: DirtCode };

/** Marks a row whose truth another register contradicts, such as a benefit paid to the deceased. */
export const stain = Symbol('stain');

/** The invented rows of one layout, clean and in the department's own codes; the writer adds the dirt. */
export interface SyntheticExtract {
  readonly layout: ExtractLayout;
  /** Streams the rows: nothing may be kept between them, so that the whole district fits in little memory. */
  rows(world: World): Iterable<SyntheticRow>;
}
