import { CLASS_BITS } from './symbolClasses';
import type { Steps } from './steps';

/**
 * A trie in two interleaved arrays.
 *
 * The naive form of the search, for a text `t` and a place `i`:
 *
 *     for (const label of labels)
 *       if (t.startsWith(label, i)) found(label);
 *
 * It looks at every label. A trie looks at those that still fit: the labels NATO, NAC and UN make
 *
 *     1 --n--> 2 --a--> 3 --t--> [o]  NATO
 *     |                 `--c--> [ ]   NAC
 *     `--u--> [n]                     UN
 *
 * and a walk along the text ends at the first letter that no label has there. In brackets: from the node on which
 * only one label is left, its other letters are kept as a tail, since a node for each of them would cost more and tell
 * nothing.
 *
 * Nodes as objects, or a Map in each, cost hundreds of bytes a label. Here each node has a base `b`, and the node that
 * a symbol of class `c` leads to is the cell `b + c`, if that cell says that it was reached by `c`. All nodes share one
 * array, each using the cells that others left free, but no two have the same base: so the class alone tells whose
 * child a cell is. Classes are small numbers, so the cells of a node lie close together, and a step reads one of them.
 * Class 0 stands for the end of a label.
 *
 * Source: Aoe 1989, "An efficient digital search algorithm by using a double-array structure",
 * doi:10.1109/32.31365, with classes as checks as in Yata and others 2007, "A compact static double-array keeping
 * character codes", doi:10.1016/j.ipm.2006.04.004, which also has the tails.
 */
export interface DoubleArray {
  /**
   * A node each: in the lower `CLASS_BITS` the class that leads to it, above them a signed number. That is twice its
   * base, plus `TERMINAL` if a label ends there; of a leaf the complement of where its labels stand in `leaves`. A free
   * cell is 0.
   */
  readonly cells: Int32Array;
  /**
   * What stands at the leaves, so that a walk that comes to one finds all in one place: a number for each of its labels,
   * the last with `LAST_ITEM`, and behind them the classes of its tail, a byte each, with a 0 behind the last. A leaf of
   * class 0 has no tail.
   */
  readonly leaves: Int32Array;
}

export const ROOT = 1;
/** The bit in a base that says that a label ends at the node. */
export const TERMINAL = 1;
/** The bit in a label's number that says that no more labels have the same key. */
export const LAST_ITEM = 1 << 6;

/** As many bases as a cell can say. */
export const MOST_CELLS = 2 ** (31 - CLASS_BITS - 1);
/** As many places of leaves as a cell can say. */
export const MOST_LEAVES = 2 ** (31 - CLASS_BITS);

/** The keys that a trie is built of: `pool.subarray(starts[k], starts[k + 1])` are the classes of key `k`. */
export interface Keys {
  readonly pool: Uint8Array;
  readonly starts: Uint32Array;
  readonly count: number;
  /** For each key, the number that its leaf has, without `LAST_ITEM`. */
  readonly items: Int32Array;
  /** Which of some equal keys must be kept, in their order: not those that say what another says. */
  readonly distinct: (equal: Uint32Array) => Steps<readonly number[]>;
}

/** So many numbers the leaf of a key of so many classes takes at most, if it is its own. */
export function leafSize(length: number): number {
  return 2 + (length >> 2);
}
