import type { WordIndex, WordMatch } from './wordIndex';

/** How well the words of a query are found in the texts of an index. Used again for each query: `clear` it. */
export class WordScores {
  readonly #sums: Float32Array;
  /** A bit for each word of the query that a text has. */
  readonly #found: Uint32Array;
  readonly #touched: Uint32Array;
  #count = 0;

  /** @param size How many texts the index has. */
  constructor(size: number) {
    this.#sums = new Float32Array(size);
    this.#found = new Uint32Array(size);
    this.#touched = new Uint32Array(size);
  }

  /**
   * Adds what a word of the query is worth wherever it is found.
   *
   * @param matches The likest first: a text that has several of them counts the first.
   * @param bit Number of the word in the query, up to 31.
   */
  add(index: WordIndex, matches: readonly WordMatch[], bit: number, worth: number): void {
    const [sums, found, touched] = [this.#sums, this.#found, this.#touched];
    const mask = 1 << bit;
    for (const { word, likeness } of matches) {
      const texts = index.textsOf(word);
      for (const text of texts) {
        const before = found[text] ?? 0;
        if ((before & mask) !== 0) continue;
        if (before === 0) touched[this.#count++] = text;
        found[text] = before | mask;
        sums[text] = (sums[text] ?? 0) + worth * likeness;
      }
    }
  }

  /** The texts that have a word. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count);
  }

  sum(text: number): number {
    return this.#sums[text] ?? 0;
  }

  /** How many of the query's words a text has. */
  count(text: number): number {
    let bits = this.#found[text] ?? 0;
    let count = 0;
    for (; bits !== 0; bits &= bits - 1) count++;
    return count;
  }

  /** Whether a text has any of some of the query's words, which are given as bits. */
  hasAny(text: number, bits: number): boolean {
    return ((this.#found[text] ?? 0) & bits) !== 0;
  }

  clear(): void {
    for (const text of this.touched) {
      this.#found[text] = 0;
      this.#sums[text] = 0;
    }
    this.#count = 0;
  }
}
