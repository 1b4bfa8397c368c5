import { ROOT } from './doubleArray';
import { longer } from './longer';

/** Nodes with as many children or more are alike: few have so many. */
const MANY_CHILDREN = 8;
/** So many words of 32 bits are there beyond the last cell: as many as a base's children can lie in, and more. */
const MARGIN = 8;

/**
 * Which cells of a double array are taken, and which bases, a bit each. So 32 bases are tried at once: of each class of
 * a node, the bits of the cells that these bases would give it are put over each other, and where none is set, all
 * children fit.
 */
export class FreeCells {
  readonly #most: number;
  #takenCells: Int32Array;
  #takenBases: Int32Array;
  /**
   * For nodes with so many children, the word of 32 bits in which bases are looked for first: the one before that in
   * which the last was found. Nodes with few children fill what those with many have left.
   */
  readonly #firsts = new Int32Array(MANY_CHILDREN + 1);
  #end = ROOT + 1;

  /**
   * @param expected How many cells will be taken, about.
   * @param most How many there may be.
   */
  constructor(expected: number, most: number) {
    this.#most = most;
    this.#takenCells = new Int32Array((expected >> 5) + 2 * MARGIN);
    this.#takenBases = new Int32Array(this.#takenCells.length);
    // Cell 0, which is none, and the root.
    this.#takenCells[0] = 0b11;
  }

  /** Behind the last cell that is taken. */
  get end(): number {
    return this.#end;
  }

  /**
   * Takes cells for children of some classes, ascending.
   *
   * @param count How many of `classes` count.
   * @returns The base of their node, which no other has, or -1 if there is no room.
   */
  take(classes: Uint8Array, count: number): number {
    const base = this.#find(classes, count);
    const last = base + (classes[count - 1] ?? 0);
    if (last >= this.#most) return -1;
    if (last >= this.#end) {
      this.#end = last + 1;
      if (this.#takenCells.length - (last >> 5) < MARGIN) this.#grow();
    }
    this.#takenBases[base >> 5] = (this.#takenBases[base >> 5] ?? 0) | (1 << (base & 31));
    for (let i = 0; i < count; i++) {
      const cell = base + (classes[i] ?? 0);
      this.#takenCells[cell >> 5] = (this.#takenCells[cell >> 5] ?? 0) | (1 << (cell & 31));
    }
    return base;
  }

  #find(classes: Uint8Array, count: number): number {
    const kind = Math.min(count, MANY_CHILDREN);
    const first = this.#firsts[kind] ?? 0;
    for (let word = first; ; word++) {
      const taken = this.#takenFor(word, classes, count);
      if (taken === -1) continue;
      this.#firsts[kind] = Math.max(first, word - 1);
      return 32 * word + lowestZero(taken);
    }
  }

  /** A bit for each of the 32 bases in a word: set if it, or a cell that a class would have with it, is taken. */
  #takenFor(word: number, classes: Uint8Array, count: number): number {
    const cells = this.#takenCells;
    let taken = this.#takenBases[word] ?? 0;
    for (let i = 0; i < count && taken !== -1; i++) {
      const c = classes[i] ?? 0;
      const at = word + (c >> 5);
      const low = (cells[at] ?? 0) >>> (c & 31);
      // In two shifts, as a shift by 32 is one by 0.
      const high = ((cells[at + 1] ?? 0) << (31 - (c & 31))) << 1;
      taken |= low | high;
    }
    return taken;
  }

  #grow(): void {
    const size = Math.ceil(1.5 * this.#takenCells.length) + MARGIN;
    this.#takenCells = longer(this.#takenCells, size);
    this.#takenBases = longer(this.#takenBases, size);
  }
}

function lowestZero(bits: number): number {
  const lowest = ~bits & (bits + 1);
  return 31 - Math.clz32(lowest);
}
