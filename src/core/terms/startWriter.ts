import { isLetterMakingMark } from './foldText';
import { GAP_SYMBOL } from './labelKeys';
import {
  CODE_BITS,
  HEAD_LETTERS,
  HEADS_LENGTH,
  isWord,
  StartCode,
  symbolCode,
  unitCode,
  wholeBit,
  WHOLES_LENGTH,
} from './startCodes';

/** What a scan asks to know where a label of a vocabulary may begin. */
export interface Starts {
  /** A bit for each head that a label can have; `HEADS_LENGTH` numbers of 32. */
  readonly heads: Uint32Array;
  /** At `wholeBit`, a bit for each head with what can stand behind it; `WHOLES_LENGTH` numbers of 32. */
  readonly wholes: Uint32Array;
  /** Signs that a label has before its first letter. */
  readonly leadingSigns: Uint32Array;
  /** Other symbols that a label begins with. */
  readonly oddStarts: Uint32Array;
}

/** As many symbols of a key say where it may begin: six letters with their marks. */
export const LONGEST_BEGINNING = 12;

/** So many codes behind a head are known. */
const BEHIND = 2;

/** Collects where the keys of a vocabulary may begin. */
export class StartWriter {
  readonly #heads = new Uint32Array(HEADS_LENGTH);
  readonly #wholes = new Uint32Array(WHOLES_LENGTH);
  readonly #leadingSigns = new Set<number>();
  readonly #oddStarts = new Set<number>();
  /** The beginning that is being written: its head so far, how many letters that has, and what stands behind it. */
  #head = 0;
  #letters = 0;
  #isHeadComplete = false;
  #behind = 0;
  #behindCount = 0;

  /**
   * Adds every beginning that a text may have where a key stands.
   *
   * @param key The first symbols of the key: `length` of them, `LONGEST_BEGINNING` if it has so many.
   * @param dotsAfter Lengths behind which the text may have a full stop, which ends a word for the filter.
   * @param endings What may follow the key.
   */
  add(
    key: Uint32Array,
    length: number,
    dotsAfter: readonly number[],
    endings: readonly string[],
  ): void {
    const first = key[0] ?? 0;
    const second = length > 1 ? (key[1] ?? 0) : 0;
    let start = 0;
    if (!isWord(first)) {
      if (unitCode(first) === StartCode.Special) return;
      if (!isWord(second)) {
        this.#oddStarts.add(first);
        return;
      }
      this.#leadingSigns.add(first);
      start = 1;
    }
    this.#begin(0, 0);
    const hasDots = dotsAfter.length > 0;
    for (let index = start; index < length; index++) {
      const symbol = key[index] ?? 0;
      if (hasDots && dotsAfter.includes(index)) this.#addBeforeSign();
      if (isLetterMakingMark(symbol)) continue;
      const code = symbolCode(symbol);
      if (code === StartCode.Break && symbol !== GAP_SYMBOL) {
        this.#addBeforeSign();
        return;
      }
      this.#push(code);
      if (this.#behindCount === BEHIND) {
        this.#addAsItIs();
        return;
      }
    }
    this.#addAsItIs();
    for (const ending of endings) this.#addWith(ending);
  }

  #begin(head: number, letters: number): void {
    this.#head = head;
    this.#letters = letters;
    this.#isHeadComplete = letters === HEAD_LETTERS;
    this.#behind = 0;
    this.#behindCount = 0;
  }

  #push(code: number): void {
    if (this.#isHeadComplete) {
      this.#behind = (this.#behind << CODE_BITS) | code;
      this.#behindCount++;
      return;
    }
    this.#head = (this.#head << CODE_BITS) | code;
    if (code === StartCode.Break) this.#isHeadComplete = true;
    else this.#isHeadComplete = ++this.#letters === HEAD_LETTERS;
  }

  /** Adds the beginning as it is before a full stop or another sign: behind a head, only a space is looked past. */
  #addBeforeSign(): void {
    if (this.#behindCount > 0) this.#addAsItIs();
    else addBit(this.#heads, this.#isHeadComplete ? this.#head : this.#head << CODE_BITS);
  }

  /** Adds the beginning as if a word ended there. */
  #addAsItIs(): void {
    const head = this.#isHeadComplete ? this.#head : this.#head << CODE_BITS;
    addBit(this.#heads, head);
    addBit(
      this.#wholes,
      wholeBit(head, this.#behind << (CODE_BITS * (BEHIND - this.#behindCount))),
    );
  }

  /** Adds the beginning with an ending behind it, and leaves it as it was. */
  #addWith(ending: string): void {
    const [head, letters, isHeadComplete] = [this.#head, this.#letters, this.#isHeadComplete];
    const [behind, behindCount] = [this.#behind, this.#behindCount];
    for (let i = 0; i < ending.length && this.#behindCount < BEHIND; i++) {
      const code = symbolCode(ending.charCodeAt(i));
      if (code === StartCode.Break) break;
      this.#push(code);
    }
    this.#addAsItIs();
    this.#head = head;
    this.#letters = letters;
    this.#isHeadComplete = isHeadComplete;
    this.#behind = behind;
    this.#behindCount = behindCount;
  }

  /** What was collected. */
  get starts(): Starts {
    return {
      heads: this.#heads,
      wholes: this.#wholes,
      leadingSigns: Uint32Array.from(this.#leadingSigns),
      oddStarts: Uint32Array.from(this.#oddStarts),
    };
  }
}

function addBit(bits: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}
