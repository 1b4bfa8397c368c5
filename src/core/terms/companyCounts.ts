import type { Presence } from './conditionChecker';

/** How often each word stands in a text that conditions ask for, by its number. Immutable. */
export class CompanyCounts implements Presence {
  readonly #counts: Uint32Array;

  constructor(counts: Uint32Array) {
    this.#counts = counts;
  }

  has(number: number): boolean {
    return (this.#counts[number] ?? 0) > 0;
  }

  /**
   * The counts after an edit.
   *
   * @param gone Words where the text was edited, as they stood there before.
   * @param come Words as they stand there now.
   */
  replaced(gone: readonly number[], come: readonly number[]): CompanyCounts {
    if (gone.length === come.length && gone.every((number, at) => number === come[at])) return this;
    const counts = this.#counts.slice();
    for (const number of gone) counts[number] = (counts[number] ?? 0) - 1;
    for (const number of come) counts[number] = (counts[number] ?? 0) + 1;
    return new CompanyCounts(counts);
  }
}
