import type { Keys } from './doubleArray';
import { inSteps, type Steps } from './steps';
import { MOST_CLASSES } from './symbolClasses';

/** So few keys are quicker sorted by insertion. */
const FEW = 24;

/**
 * Sorts keys by one class after the other, the first one first: each range of keys that are equal so far is divided by
 * the next class. This is MSD radix sort, of which each step here is one that the trie needs anyway.
 */
export class KeySorter {
  /** The keys, sorted as far as they were divided. */
  readonly order: Uint32Array;
  /** The classes by which the keys were divided last, ascending; 0 is that of keys that end there. */
  readonly classes = new Uint8Array(MOST_CLASSES + 1);
  classCount = 0;
  /** Where in `order` the keys of each of these classes begin, and behind them where the last end. */
  readonly bounds = new Uint32Array(MOST_CLASSES + 2);
  readonly #keys: Keys;
  /** The classes of the keys in `order`, at the depth that is being looked at. */
  readonly #column: Uint8Array;
  #isSorted = true;
  readonly #scratch: Uint32Array;
  readonly #counts = new Uint32Array(MOST_CLASSES + 1);

  constructor(keys: Keys) {
    this.#keys = keys;
    this.order = new Uint32Array(keys.count);
    this.#column = new Uint8Array(keys.count);
    this.#scratch = new Uint32Array(keys.count);
  }

  /** Puts the keys in the order of their numbers. */
  *start(): Steps<void> {
    yield* inSteps(this.order.length, (from, to) => {
      for (let key = from; key < to; key++) this.order[key] = key;
    });
  }

  /** Sorts the keys from one place to before another by the class that they have at a depth, stably. */
  divide(from: number, to: number, depth: number): void {
    this.#isSorted = true;
    this.#read(from, to, depth, 0);
    if (this.#isSorted) this.#noteColumn(from, to);
    else if (to - from <= FEW) {
      this.#insert(from, to);
      this.#noteColumn(from, to);
    } else {
      this.#counts.fill(0);
      this.#count(from, to);
      this.#noteCounts(from);
      this.#distribute(from, to);
      this.#copy(from, to);
    }
  }

  /** As `divide`, for many keys. What only runs along the column is quick enough for one step. */
  *divideInSteps(from: number, to: number, depth: number): Steps<void> {
    this.#isSorted = true;
    let before = 0;
    yield* inSteps(to - from, (first, last) => {
      before = this.#read(from + first, from + last, depth, before);
    });
    if (this.#isSorted) {
      this.#noteColumn(from, to);
      return;
    }
    this.#counts.fill(0);
    this.#count(from, to);
    this.#noteCounts(from);
    yield* inSteps(to - from, (first, last) => {
      this.#distribute(from + first, from + last);
    });
    yield* inSteps(to - from, (first, last) => {
      this.#copy(from + first, from + last);
    });
  }

  /** Reads the classes of some keys. Returns the last, given the one before the first. */
  #read(from: number, to: number, depth: number, before: number): number {
    const { pool, starts } = this.#keys;
    let last = before;
    for (let i = from; i < to; i++) {
      const key = this.order[i] ?? 0;
      const at = (starts[key] ?? 0) + depth;
      const c = at < (starts[key + 1] ?? 0) ? (pool[at] ?? 0) : 0;
      this.#column[i] = c;
      if (c < last) this.#isSorted = false;
      last = c;
    }
    return last;
  }

  #insert(from: number, to: number): void {
    const { order } = this;
    const column = this.#column;
    for (let i = from + 1; i < to; i++) {
      const key = order[i] ?? 0;
      const c = column[i] ?? 0;
      let j = i;
      for (; j > from && (column[j - 1] ?? 0) > c; j--) {
        order[j] = order[j - 1] ?? 0;
        column[j] = column[j - 1] ?? 0;
      }
      order[j] = key;
      column[j] = c;
    }
  }

  #noteColumn(from: number, to: number): void {
    this.classCount = 0;
    let before = -1;
    for (let i = from; i < to; i++) {
      const c = this.#column[i] ?? 0;
      if (c !== before) this.#note(c, i);
      before = c;
    }
    this.bounds[this.classCount] = to;
  }

  #count(from: number, to: number): void {
    const counts = this.#counts;
    for (let i = from; i < to; i++) {
      const c = this.#column[i] ?? 0;
      counts[c] = (counts[c] ?? 0) + 1;
    }
  }

  /** Makes of how many keys have a class where the first of them goes. */
  #noteCounts(from: number): void {
    const counts = this.#counts;
    this.classCount = 0;
    let at = from;
    for (let c = 0; c < counts.length; c++) {
      const count = counts[c] ?? 0;
      counts[c] = at;
      if (count > 0) this.#note(c, at);
      at += count;
    }
    this.bounds[this.classCount] = at;
  }

  #note(c: number, from: number): void {
    this.classes[this.classCount] = c;
    this.bounds[this.classCount++] = from;
  }

  #distribute(from: number, to: number): void {
    const counts = this.#counts;
    for (let i = from; i < to; i++) {
      const c = this.#column[i] ?? 0;
      const at = counts[c] ?? 0;
      this.#scratch[at] = this.order[i] ?? 0;
      counts[c] = at + 1;
    }
  }

  #copy(from: number, to: number): void {
    this.order.set(this.#scratch.subarray(from, to), from);
  }
}
