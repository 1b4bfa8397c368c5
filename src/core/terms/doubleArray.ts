import { CLASS_BITS } from './symbolClasses';
import type { Steps } from './steps';

/**
 * A trie in an array.
 *
 * The naive form of the search, for a text `t` and a place `i`:
 *
 *     for (const key of keys)
 *       if (t.startsWith(key, i)) found(key);
 *
 * It looks at every key. A trie looks at those that still fit: the keys `nato`, `nac` and `un` make
 *
 *     1 --n--> 2 --a--> 3 --t--> [o]  nato
 *     |                 `--c--> [ ]   nac
 *     `--u--> [n]                     un
 *
 * and a walk along the text ends at the first letter that no key has there. In brackets: the node at which only one key
 * is left is a leaf, and the key's other letters are its tail, since a node for each of them would cost more and tell
 * nothing.
 *
 * Nodes as objects, or a Map in each, cost hundreds of bytes a key. Here each node has a base `b`, and the node that a
 * symbol of class `c` leads to is the cell `b + c`, if that cell says that it was reached by `c`. With the classes
 * a 1, c 2, n 3, t 4, u 5, and bases 0 for the root, 3 for node 2 and 4 for node 3, the trie above is
 *
 *     cell      1      2    3      4      5          6          7    8
 *     reached   root        by n   by a   by u       by c            by t
 *     has       base 0      base 3 base 4 leaf "n"   leaf ""         leaf "o"
 *
 * so that `n` leads from the root to cell 0 + 3, and `a` from there to 3 + 1. All nodes share the array, each using the
 * cells that others left free, but no two have the same base: so the class alone tells whose child a cell is. Classes
 * are small numbers, so the cells of a node lie close together, and a step reads one of them. Class 0 stands for the end
 * of a key that goes on in others.
 *
 * Source: Aoe 1989, "An efficient digital search algorithm by using a double-array structure",
 * doi:10.1109/32.31365, which has base and check in two arrays, here one; with classes as checks as in Yata and others
 * 2007, "A compact static double-array keeping character codes", doi:10.1016/j.ipm.2006.04.004, which has the tails too.
 */
export interface DoubleArray {
  /**
   * A node each: in the lower `CLASS_BITS` the class that leads to it, above them a signed number, its value. That is
   * twice its base, plus `TERMINAL` if a key ends there; of a leaf the complement of its place in `leaves`. A free cell
   * is 0.
   */
  readonly cells: Int32Array;
  /**
   * What stands at the leaves, so that a walk that comes to one finds all in one place: the classes of the tail, a byte
   * each and a 0 behind the last, but nothing where class 0 leads; then a number for the key there, or for each of
   * several that are equal, the last with `LAST_ITEM`.
   */
  readonly leaves: Int32Array;
}

/** Not 0, which a cell that was never reached has as its class and value. */
export const ROOT = 1;
/** The bit in a value that says that a key ends at the node. */
export const TERMINAL = 1;
/** The bit in a number at a leaf that says that no more keys end there. */
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
  /** Which of many equal keys must be kept, in their order: not those that say what another says. */
  readonly distinct: (equal: Uint32Array) => Steps<readonly number[]>;
}

/** So many numbers the leaf of one key takes whose tail has so many classes. */
export function leafSize(length: number): number {
  return 2 + (length >> 2);
}
