import { createTermIndex } from './compactTermIndex';
import type { LabelledEntry, TermIndex, UnusableLabel } from './termIndex';
import { buildTermPack } from './termPackBuilder';

/** An index over the entries of one pack, built at once. */
export function createPlainTermIndex(entries: readonly LabelledEntry[]): {
  index: TermIndex;
  unusable: readonly UnusableLabel[];
} {
  const { pack, unusable } = buildTermPack(entries);
  return { index: createTermIndex([pack]), unusable };
}
