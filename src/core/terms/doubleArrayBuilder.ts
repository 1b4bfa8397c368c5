import {
  LAST_ITEM,
  leafSize,
  MOST_CELLS,
  ROOT,
  TERMINAL,
  type DoubleArray,
  type Keys,
} from './doubleArray';
import { FreeCells } from './freeCells';
import { KeySorter } from './keySorter';
import { longer } from './longer';
import type { Steps } from './steps';
import { CLASS_BITS, MOST_CLASSES, ROOT_CLASS } from './symbolClasses';

/** What comes of building: the arrays, and the keys for which there was no room. */
export interface BuiltDoubleArray extends DoubleArray {
  readonly dropped: readonly number[];
}

/** As a million English labels have them, with a margin: a longer array is made by copying. */
const CELLS_A_KEY = 2.9;
const NUMBERS_A_LEAF = 3.4;
/** So few keys that are equal are all kept: to compare them takes longer than to look at all in a scan. */
const FEW_EQUAL = 8;
const TOP_LEVELS = 4;
/** Keys that are sorted between two looks at the clock; a node takes as long as so many. */
const MOST_AT_ONCE = 4_000;
const WORK_OF_NODE = 60;

/**
 * Builds a double array. Keys are sorted on the way: at each node by one class.
 *
 * @param mostCells How many cells it may have.
 * @yields Nothing, often enough for a caller who must not wait.
 */
export function* buildDoubleArray(keys: Keys, mostCells = MOST_CELLS): Steps<BuiltDoubleArray> {
  const builder = new DoubleArrayBuilder(keys, mostCells);
  yield* builder.run();
  return builder.result();
}

class DoubleArrayBuilder {
  readonly #keys: Keys;
  readonly #sorter: KeySorter;
  readonly #free: FreeCells;
  #cells: Int32Array;
  #leaves: Int32Array;
  /** The same memory, in which tails are written. */
  #bytes: Uint8Array;
  #leavesEnd = 0;
  /**
   * Where nodes go whose own children have no cells yet, four numbers each: the node, the place of its first key in the
   * order of keys, the place behind its last, and its depth.
   */
  #children: number[] = [];
  /** Leaves with many keys, as above but for the depth: they are added in steps, at the end. */
  readonly #groups: number[] = [];
  readonly #dropped: number[] = [];

  constructor(keys: Keys, mostCells: number) {
    const expected = Math.ceil(keys.count * CELLS_A_KEY);
    this.#keys = keys;
    this.#sorter = new KeySorter(keys);
    this.#free = new FreeCells(expected, mostCells);
    this.#cells = new Int32Array(expected + 4 * MOST_CLASSES);
    this.#leaves = new Int32Array(Math.ceil(keys.count * NUMBERS_A_LEAF));
    this.#bytes = new Uint8Array(this.#leaves.buffer);
  }

  *run(): Steps<void> {
    const { count } = this.#keys;
    this.#cells[ROOT] = ROOT_CLASS;
    yield* this.#sorter.start();
    let nodes = count === 0 ? [] : [ROOT, 0, count, 0];
    for (let level = 0; nodes.length > 0; level++) {
      // Near the root level by level, so that nodes that many walks go through lie close together; then depth first.
      this.#children = level < TOP_LEVELS ? [] : nodes;
      while (nodes.length > 0) {
        if (isLargeNext(nodes)) yield* this.#placeLarge(nodes);
        else this.#placeSome(nodes);
        yield;
      }
      nodes = this.#children;
    }
    yield* this.#addGroups();
  }

  *#placeLarge(nodes: number[]): Steps<void> {
    const [node = 0, from = 0, to = 0, depth = 0] = nodes.splice(-4);
    yield* this.#sorter.divideInSteps(from, to, depth);
    this.#place(node, depth);
  }

  /** As many nodes as a step has time for: in a loop of its own, as V8 does not make those of generators quick. */
  #placeSome(nodes: number[]): void {
    for (let work = 0; work < MOST_AT_ONCE && nodes.length > 0 && !isLargeNext(nodes);) {
      const depth = nodes.pop() ?? 0;
      const to = nodes.pop() ?? 0;
      const from = nodes.pop() ?? 0;
      const node = nodes.pop() ?? 0;
      this.#sorter.divide(from, to, depth);
      this.#place(node, depth);
      work += WORK_OF_NODE + to - from;
    }
  }

  /**
   * Finds cells for the children of a node, whose keys were divided just now, and leaves those that have children of
   * their own to be done. Where no room is left, only the first of the node's keys is kept.
   */
  #place(node: number, depth: number): void {
    const { classes, bounds, classCount, order } = this.#sorter;
    const base = this.#free.take(classes, classCount);
    if (base < 0) {
      const from = bounds[0] ?? 0;
      const to = bounds[classCount] ?? 0;
      this.#addLeaf(node, from, from + 1, depth);
      for (let i = from + 1; i < to; i++) this.#dropped.push(order[i] ?? 0);
      return;
    }
    if (this.#free.end > this.#cells.length) this.#cells = withRoom(this.#cells, this.#free.end);
    this.#setValue(node, 2 * base + (classes[0] === 0 ? TERMINAL : 0));
    for (let i = 0; i < classCount; i++) {
      const c = classes[i] ?? 0;
      const child = base + c;
      const from = bounds[i] ?? 0;
      const to = bounds[i + 1] ?? 0;
      this.#cells[child] = c;
      const areFew = to - from <= FEW_EQUAL;
      if (areFew && (c === 0 || this.#areEqual(from, to, depth + 1))) {
        this.#addLeaf(child, from, to, depth + 1);
      } else if (c === 0) this.#groups.push(child, from, to);
      else this.#children.push(child, from, to, depth + 1);
    }
  }

  /** Whether keys that are equal so far are equal to their ends. */
  #areEqual(from: number, to: number, depth: number): boolean {
    const { pool, starts } = this.#keys;
    const { order } = this.#sorter;
    const first = (starts[order[from] ?? 0] ?? 0) + depth;
    const length = (starts[(order[from] ?? 0) + 1] ?? 0) - first;
    for (let i = from + 1; i < to; i++) {
      const start = (starts[order[i] ?? 0] ?? 0) + depth;
      if ((starts[(order[i] ?? 0) + 1] ?? 0) - start !== length) return false;
      for (let at = 0; at < length; at++) if (pool[start + at] !== pool[first + at]) return false;
    }
    return true;
  }

  /** Sets the number above a cell's class. */
  #setValue(node: number, value: number): void {
    this.#cells[node] = (value << CLASS_BITS) | (this.#cells[node] ?? 0);
  }

  /** Adds the leaf of one key, or of several that are equal, of which `depth` classes were walked. */
  #addLeaf(node: number, from: number, to: number, depth: number): void {
    const { pool, starts, items } = this.#keys;
    const { order } = this.#sorter;
    const key = order[from] ?? 0;
    const end = starts[key + 1] ?? 0;
    let at = (starts[key] ?? 0) + depth;
    this.#setValue(node, ~this.#leavesEnd);
    this.#makeRoom(to - from + leafSize(Math.max(0, end - at)));
    // A key that ends where its parent does has no tail, not even an end of it.
    if (at <= end) {
      const bytes = this.#bytes;
      let byte = 4 * this.#leavesEnd;
      while (at < end) bytes[byte++] = pool[at++] ?? 0;
      this.#leavesEnd = (byte >> 2) + 1;
    }
    for (let i = from; i < to; i++) {
      const last = i === to - 1 ? LAST_ITEM : 0;
      this.#leaves[this.#leavesEnd++] = (items[order[i] ?? 0] ?? 0) | last;
    }
  }

  /** Adds the leaves of many keys that are equal. */
  *#addGroups(): Steps<void> {
    for (let i = 0; i < this.#groups.length; i += 3) {
      const [node = 0, from = 0, to = 0] = this.#groups.slice(i, i + 3);
      const kept = yield* this.#keys.distinct(this.#sorter.order.subarray(from, to));
      this.#setValue(node, ~this.#leavesEnd);
      this.#makeRoom(kept.length);
      kept.forEach((key, place) => {
        const last = place === kept.length - 1 ? LAST_ITEM : 0;
        this.#leaves[this.#leavesEnd++] = (this.#keys.items[key] ?? 0) | last;
      });
    }
  }

  #makeRoom(numbers: number): void {
    const needed = this.#leavesEnd + numbers;
    if (needed <= this.#leaves.length) return;
    this.#leaves = withRoom(this.#leaves, needed);
    this.#bytes = new Uint8Array(this.#leaves.buffer);
  }

  result(): BuiltDoubleArray {
    // A walk may look one class beyond the last node.
    const length = this.#free.end + MOST_CLASSES + 1;
    if (length > this.#cells.length) this.#cells = withRoom(this.#cells, length);
    return {
      cells: this.#cells.subarray(0, length),
      leaves: this.#leaves.subarray(0, this.#leavesEnd),
      dropped: this.#dropped,
    };
  }
}

function isLargeNext(nodes: readonly number[]): boolean {
  return (nodes.at(-2) ?? 0) - (nodes.at(-3) ?? 0) > MOST_AT_ONCE;
}

function withRoom(numbers: Int32Array, needed: number): Int32Array {
  return longer(numbers, Math.max(needed, Math.ceil(1.3 * numbers.length)));
}
