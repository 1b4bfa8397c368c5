import { inSteps, type Steps } from './steps';
import { CLASS_BITS, MOST_CLASSES, ROOT_CLASS } from './symbolClasses';

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
   * base, plus `TERMINAL` if a label ends there; of a leaf the complement of its item's number. A free cell is 0.
   */
  readonly cells: Int32Array;
  /** Classes of the tails, a 0 behind each. */
  readonly tails: Uint8Array;
}

export const ROOT = 1;
/** The bit in a base that says that a label ends at the node. */
export const TERMINAL = 1;

/** The keys that a trie is built of: `pool.subarray(starts[k], starts[k + 1])` are the classes of key `k`. */
export interface Keys {
  readonly pool: Uint8Array;
  readonly starts: Uint32Array;
  readonly count: number;
}

/** What comes of building: the arrays, and the keys' numbers in the order of items. */
export interface BuiltDoubleArray extends DoubleArray {
  readonly order: Uint32Array;
  /** Where each item's tail starts in `tails`. */
  readonly tailStarts: Uint32Array;
  /** 1 for an item whose key is that of the item before it. */
  readonly repeats: Uint8Array;
  /** Keys for which there was no room. */
  readonly dropped: readonly number[];
}

/** As many bases as a cell can say: enough for two million labels. */
const MOST_CELLS = 2 ** (31 - CLASS_BITS - 1);
/** With a margin: a longer array is made by copying. */
const CELLS_A_KEY = 3.4;
const MOST_TRIES = 48;
const MOST_LOOKS = 8 * MOST_TRIES;
const NODES_A_STEP = 64;
/** Keys that are sorted between two looks at the clock. */
const MOST_AT_ONCE = 20_000;
const SMALL_RANGE = 24;

/**
 * Builds a double array. Keys are sorted on the way: at each node by one symbol, as radix sort does.
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
  readonly #mostCells: number;
  readonly #dropped: number[] = [];
  readonly #order: Uint32Array;
  readonly #scratch: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #repeats: Uint8Array;
  readonly #tailStarts: Uint32Array;
  readonly #itemOrder: Uint32Array;
  #tails: Uint8Array;
  #tailLength = 0;
  #items = 0;
  #cells: Int32Array;
  /** 1 at each base that a node has. */
  #isBase: Uint8Array;
  /** Free cells in a ring through cell 0. */
  #next: Int32Array;
  #previous: Int32Array;
  #capacity: number;
  #highest = ROOT;
  /** Nodes to do: node, first key, last key, depth. */
  readonly #stack: number[] = [];
  readonly #classes: number[] = [];
  readonly #bounds: number[] = [];

  constructor(keys: Keys, mostCells: number) {
    const { count } = keys;
    this.#keys = keys;
    this.#mostCells = mostCells;
    this.#order = new Uint32Array(count);
    this.#scratch = new Uint32Array(count);
    this.#counts = new Uint32Array(MOST_CLASSES + 1);
    this.#repeats = new Uint8Array(count);
    this.#tailStarts = new Uint32Array(count);
    this.#itemOrder = new Uint32Array(count);
    this.#tails = new Uint8Array(Math.max(16, (keys.starts[count] ?? 0) >> 1));
    this.#capacity = Math.ceil(count * CELLS_A_KEY) + 4 * MOST_CLASSES;
    this.#cells = new Int32Array(this.#capacity);
    this.#isBase = new Uint8Array(this.#capacity);
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
    this.#cells[ROOT] = ROOT_CLASS;
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
      this.#place(node, from, to, depth);
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

  /**
   * Finds cells for the children of a node and leaves those that have children of their own on the stack. Where no room
   * is left, only the first of the node's keys is kept.
   */
  #place(node: number, from: number, to: number, depth: number): void {
    const classes = this.#classes;
    const base = this.#findBase(classes);
    if (base < 0) {
      this.#addLeaf(node, from, from + 1, depth);
      for (let i = from + 1; i < to; i++) this.#dropped.push(this.#order[i] ?? 0);
      return;
    }
    this.#setValue(node, 2 * base + (classes[0] === 0 ? TERMINAL : 0));
    for (const c of classes) {
      this.#unlink(base + c);
      this.#cells[base + c] = c;
    }
    for (let i = 0; i < classes.length; i++) {
      const c = classes[i] ?? 0;
      const child = base + c;
      const first = this.#bounds[i] ?? 0;
      const last = this.#bounds[i + 1] ?? 0;
      if (c === 0) this.#addLeaf(child, first, last, depth);
      else if (last - first === 1) this.#addLeaf(child, first, last, depth + 1);
      else this.#stack.push(child, first, last, depth + 1);
    }
  }

  /** Sets the number above a cell's class. */
  #setValue(node: number, value: number): void {
    this.#cells[node] = (value << CLASS_BITS) | (this.#cells[node] ?? 0);
  }

  #addLeaf(node: number, from: number, to: number, depth: number): void {
    this.#setValue(node, ~this.#items);
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
      const grown = new Uint8Array(2 * this.#tails.length + end - start + 1);
      grown.set(this.#tails);
      this.#tails = grown;
    }
    for (let at = start; at < end; at++) this.#tails[this.#tailLength++] = this.#keys.pool[at] ?? 0;
    this.#tails[this.#tailLength++] = 0;
  }

  /** The first base whose cells are free for all classes, looked for in the free cells from the front, or -1. */
  #findBase(classes: readonly number[]): number {
    const first = classes[0] ?? 0;
    const last = classes.at(-1) ?? 0;
    let tries = 0;
    let cell = this.#next[0] ?? 0;
    for (let looks = 0; cell !== 0 && tries < MOST_TRIES && looks < MOST_LOOKS; looks++) {
      const base = cell - first;
      cell = this.#next[cell] ?? 0;
      if (base < 0 || base + last >= this.#mostCells || this.#isBase[base] === 1) continue;
      tries++;
      this.#grow(base + last + 1);
      if (this.#fits(base, classes)) return this.#used(base, last);
    }
    const base = this.#highest + 1;
    if (base + last >= this.#mostCells) return -1;
    this.#grow(base + last + 1);
    return this.#used(base, last);
  }

  #fits(base: number, classes: readonly number[]): boolean {
    for (let i = 1; i < classes.length; i++) {
      if (this.#cells[base + (classes[i] ?? 0)] !== 0) return false;
    }
    return true;
  }

  #used(base: number, last: number): number {
    this.#isBase[base] = 1;
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
    const grow = (from: Int32Array) => {
      const to = new Int32Array(this.#capacity);
      to.set(from);
      return to;
    };
    this.#cells = grow(this.#cells);
    this.#next = grow(this.#next);
    this.#previous = grow(this.#previous);
    const isBase = new Uint8Array(this.#capacity);
    isBase.set(this.#isBase);
    this.#isBase = isBase;
    for (let cell = before; cell < this.#capacity; cell++) this.#link(cell);
  }

  result(): BuiltDoubleArray {
    // A walk may look one class beyond the last node.
    this.#grow(this.#highest + MOST_CLASSES + 2);
    return {
      cells: this.#cells.subarray(0, this.#highest + MOST_CLASSES + 2),
      tailStarts: this.#tailStarts,
      tails: this.#tails.subarray(0, this.#tailLength),
      order: this.#itemOrder.subarray(0, this.#items),
      repeats: this.#repeats,
      dropped: this.#dropped,
    };
  }
}
