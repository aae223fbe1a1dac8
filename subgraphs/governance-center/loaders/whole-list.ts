/**
 * The one key of a list that belongs to nobody. No matter concerns it, so that a scope which answers for the matter's
 * subjects alone is refused.
 */
export const WHOLE_LIST = '';
