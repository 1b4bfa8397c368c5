import { inSteps, type Steps } from './steps';

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
 * only one label is left, its other letters are kept as a tail in one string of all tails, since a node for each
 * of them would cost more and tell nothing.
 *
 * Nodes as objects, or a Map in each, cost hundreds of bytes a label. Here a node is a number `s`, and the node
 * that a symbol of class `c` leads to is found by adding: `t = base[s] + c`, if `check[t] === s`. All nodes share the
 * one array, each using the cells that others left free; classes are small numbers, so they lie close together.
 * Class 0 stands for the end of a label. A negative base is the complement of an item's number: the node is a leaf.
 *
 * Source: Aoe 1989, "An efficient digital search algorithm by using a double-array structure",
 * doi:10.1109/32.31365; tails as in Yata and others 2007, doi:10.1016/j.ipm.2006.04.004.
 */
export interface DoubleArray {
  /**
   * Twice the `base` of node `s` at `2 * s`, plus `TERMINAL` if a label ends there; `check` at `2 * s + 1`. A check of 0
   * is a free cell.
   */
  readonly cells: Int32Array;
  /** Classes of the tails, a 0 behind each. */
  readonly tails: Uint8Array | Uint16Array;
}

export const ROOT = 1;
/** The bit in a base that says that a label ends at the node. */
export const TERMINAL = 1;

/** The keys that a trie is built of: `pool.subarray(starts[k], starts[k + 1])` are the classes of key `k`. */
export interface Keys {
  readonly pool: Uint16Array;
  readonly starts: Uint32Array;
  readonly count: number;
  readonly classCount: number;
}

/** What comes of building: the arrays, and the keys' numbers in the order of items. */
export interface BuiltDoubleArray extends DoubleArray {
  readonly tails: Uint16Array;
  readonly order: Uint32Array;
  /** Where each item's tail starts in `tails`. */
  readonly tailStarts: Uint32Array;
  /** 1 for an item whose key is that of the item before it. */
  readonly repeats: Uint8Array;
}

/** With a margin: a longer array is made by copying. */
const CELLS_A_KEY = 3.4;
const MOST_TRIES = 48;
const NODES_A_STEP = 64;
/** Keys that are sorted between two looks at the clock. */
const MOST_AT_ONCE = 20_000;
const SMALL_RANGE = 24;

/**
 * Builds a double array. Keys are sorted on the way: at each node by one symbol, as radix sort does.
 *
 * @param isDropped Asked for each key that is the same as one before it, in order.
 * @yields Nothing, often enough for a caller who must not wait.
 */
export function* buildDoubleArray(keys: Keys): Steps<BuiltDoubleArray> {
  const builder = new DoubleArrayBuilder(keys);
  yield* builder.run();
  return builder.result();
}

class DoubleArrayBuilder {
  readonly #keys: Keys;
  readonly #order: Uint32Array;
  readonly #scratch: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #repeats: Uint8Array;
  readonly #tailStarts: Uint32Array;
  readonly #itemOrder: Uint32Array;
  #tails: Uint16Array;
  #tailLength = 0;
  #items = 0;
  #cells: Int32Array;
  /** Free cells in a ring through cell 0. */
  #next: Int32Array;
  #previous: Int32Array;
  #capacity: number;
  #highest = ROOT;
  /** Nodes to do: node, first key, last key, depth. */
  readonly #stack: number[] = [];
  readonly #classes: number[] = [];
  readonly #bounds: number[] = [];

  constructor(keys: Keys) {
    const { count, classCount } = keys;
    this.#keys = keys;
    this.#order = new Uint32Array(count);
    this.#scratch = new Uint32Array(count);
    this.#counts = new Uint32Array(classCount + 1);
    this.#repeats = new Uint8Array(count);
    this.#tailStarts = new Uint32Array(count);
    this.#itemOrder = new Uint32Array(count);
    this.#tails = new Uint16Array(Math.max(16, (keys.starts[count] ?? 0) >> 1));
    this.#capacity = Math.ceil(count * CELLS_A_KEY) + 4 * classCount + 64;
    this.#cells = new Int32Array(2 * this.#capacity);
    this.#next = new Int32Array(this.#capacity);
    this.#previous = new Int32Array(this.#capacity);
  }

  *run(): Steps<void> {
    const { count } = this.#keys;
    yield* inSteps(count, (from, to) => {
      for (let key = from; key < to; key++) this.#order[key] = key;
    });
    yield* inSteps(this.#capacity, (from, to) => {
      for (let cell = Math.max(from, ROOT + 1); cell < to; cell++) this.#link(cell);
    });
    this.#cells[2 * ROOT + 1] = -1;
    if (count === 0) return;
    this.#stack.push(ROOT, 0, count, 0);
    let nodes = 0;
    let work = 0;
    while (this.#stack.length > 0) {
      const depth = this.#stack.pop() ?? 0;
      const to = this.#stack.pop() ?? 0;
      const from = this.#stack.pop() ?? 0;
      const node = this.#stack.pop() ?? 0;
      if (to - from > MOST_AT_ONCE) yield* this.#sortInSteps(from, to, depth);
      else this.#sort(from, to, depth);
      this.#place(node, depth);
      work += to - from;
      if (++nodes % NODES_A_STEP === 0 || work > MOST_AT_ONCE) {
        work = 0;
        yield;
      }
    }
  }

  /** The class of a key at a depth; 0 at its end. */
  #classAt(key: number, depth: number): number {
    const at = (this.#keys.starts[key] ?? 0) + depth;
    return at < (this.#keys.starts[key + 1] ?? 0) ? (this.#keys.pool[at] ?? 0) : 0;
  }

  /** Sorts the keys of a range by one symbol, stably, and notes where each symbol's keys begin. */
  #sort(from: number, to: number, depth: number): void {
    if (to - from <= SMALL_RANGE) this.#sortSmall(from, to, depth);
    else {
      const counts = this.#counts.fill(0);
      for (let i = from; i < to; i++) this.#count(i, depth);
      this.#accumulate(from, counts);
      for (let i = from; i < to; i++) this.#distribute(i, depth);
      this.#order.set(this.#scratch.subarray(from, to), from);
    }
  }

  *#sortInSteps(from: number, to: number, depth: number): Steps<void> {
    const counts = this.#counts.fill(0);
    yield* inSteps(to - from, (first, last) => {
      for (let i = first; i < last; i++) this.#count(from + i, depth);
    });
    this.#accumulate(from, counts);
    yield* inSteps(to - from, (first, last) => {
      for (let i = first; i < last; i++) this.#distribute(from + i, depth);
    });
    yield* inSteps(to - from, (first, last) => {
      this.#order.set(this.#scratch.subarray(from + first, from + last), from + first);
    });
  }

  #count(i: number, depth: number): void {
    const c = this.#classAt(this.#order[i] ?? 0, depth);
    this.#counts[c] = (this.#counts[c] ?? 0) + 1;
  }

  #distribute(i: number, depth: number): void {
    const key = this.#order[i] ?? 0;
    const c = this.#classAt(key, depth);
    const at = this.#counts[c] ?? 0;
    this.#scratch[at] = key;
    this.#counts[c] = at + 1;
  }

  #accumulate(from: number, counts: Uint32Array): void {
    this.#classes.length = 0;
    this.#bounds.length = 0;
    let at = from;
    for (let c = 0; c < counts.length; c++) {
      const count = counts[c] ?? 0;
      counts[c] = at;
      if (count === 0) continue;
      this.#classes.push(c);
      this.#bounds.push(at);
      at += count;
    }
    this.#bounds.push(at);
  }

  #sortSmall(from: number, to: number, depth: number): void {
    const order = this.#order;
    for (let i = from + 1; i < to; i++) {
      const key = order[i] ?? 0;
      const c = this.#classAt(key, depth);
      let j = i - 1;
      while (j >= from && this.#classAt(order[j] ?? 0, depth) > c) {
        order[j + 1] = order[j] ?? 0;
        j--;
      }
      order[j + 1] = key;
    }
    this.#classes.length = 0;
    this.#bounds.length = 0;
    for (let i = from; i < to; i++) {
      const c = this.#classAt(order[i] ?? 0, depth);
      if (this.#classes.at(-1) === c) continue;
      this.#classes.push(c);
      this.#bounds.push(i);
    }
    this.#bounds.push(to);
  }

  /** Finds cells for the children of a node and leaves those that have children of their own on the stack. */
  #place(node: number, depth: number): void {
    const classes = this.#classes;
    const base = this.#findBase(classes);
    this.#cells[2 * node] = 2 * base + (classes[0] === 0 ? TERMINAL : 0);
    for (const c of classes) {
      this.#unlink(base + c);
      this.#cells[2 * (base + c) + 1] = node;
    }
    for (let i = 0; i < classes.length; i++) {
      const c = classes[i] ?? 0;
      const child = base + c;
      const from = this.#bounds[i] ?? 0;
      const to = this.#bounds[i + 1] ?? 0;
      if (c === 0 || to - from === 1) this.#addLeaf(child, from, to, c === 0 ? depth : depth + 1);
      else this.#stack.push(child, from, to, depth + 1);
    }
  }

  #addLeaf(node: number, from: number, to: number, depth: number): void {
    this.#cells[2 * node] = ~this.#items;
    for (let i = from; i < to; i++) {
      const key = this.#order[i] ?? 0;
      const item = this.#items++;
      this.#itemOrder[item] = key;
      this.#repeats[item] = i > from ? 1 : 0;
      this.#tailStarts[item] = this.#tailLength;
      if (i === from) this.#addTail(key, depth);
    }
  }

  #addTail(key: number, depth: number): void {
    const start = (this.#keys.starts[key] ?? 0) + depth;
    const end = this.#keys.starts[key + 1] ?? 0;
    if (this.#tailLength + end - start >= this.#tails.length) {
      const grown = new Uint16Array(2 * this.#tails.length + end - start + 1);
      grown.set(this.#tails);
      this.#tails = grown;
    }
    for (let at = start; at < end; at++) this.#tails[this.#tailLength++] = this.#keys.pool[at] ?? 0;
    this.#tails[this.#tailLength++] = 0;
  }

  /** The first base whose cells are free for all classes, looked for in the free cells from the front. */
  #findBase(classes: readonly number[]): number {
    const first = classes[0] ?? 0;
    const last = classes.at(-1) ?? 0;
    let tries = 0;
    for (
      let cell = this.#next[0] ?? 0;
      cell !== 0 && tries < MOST_TRIES;
      cell = this.#next[cell] ?? 0
    ) {
      const base = cell - first;
      if (base < 0) continue;
      tries++;
      this.#grow(base + last + 1);
      if (this.#fits(base, classes)) return this.#used(base, last);
    }
    this.#grow(this.#highest + 2 + last);
    return this.#used(this.#highest + 1, last);
  }

  #fits(base: number, classes: readonly number[]): boolean {
    for (let i = 1; i < classes.length; i++) {
      if (this.#cells[2 * (base + (classes[i] ?? 0)) + 1] !== 0) return false;
    }
    return true;
  }

  #used(base: number, last: number): number {
    this.#highest = Math.max(this.#highest, base + last);
    return base;
  }

  #link(cell: number): void {
    const last = this.#previous[0] ?? 0;
    this.#next[last] = cell;
    this.#previous[cell] = last;
    this.#next[cell] = 0;
    this.#previous[0] = cell;
  }

  #unlink(cell: number): void {
    const next = this.#next[cell] ?? 0;
    const previous = this.#previous[cell] ?? 0;
    this.#next[previous] = next;
    this.#previous[next] = previous;
  }

  #grow(needed: number): void {
    if (needed <= this.#capacity) return;
    const before = this.#capacity;
    this.#capacity = Math.max(needed, Math.ceil(before * 1.5));
    const grow = (from: Int32Array, length: number) => {
      const to = new Int32Array(length);
      to.set(from);
      return to;
    };
    this.#cells = grow(this.#cells, 2 * this.#capacity);
    this.#next = grow(this.#next, this.#capacity);
    this.#previous = grow(this.#previous, this.#capacity);
    for (let cell = before; cell < this.#capacity; cell++) this.#link(cell);
  }

  result(): BuiltDoubleArray {
    // A walk may look one class beyond the last node.
    const length = 2 * (this.#highest + this.#keys.classCount + 2);
    const cells =
      length <= this.#cells.length ? this.#cells.subarray(0, length) : this.#padded(length);
    return {
      cells,
      tailStarts: this.#tailStarts,
      tails: this.#tails.subarray(0, this.#tailLength),
      order: this.#itemOrder,
      repeats: this.#repeats,
    };
  }

  #padded(length: number): Int32Array {
    const cells = new Int32Array(length);
    cells.set(this.#cells);
    return cells;
  }
}
