import type { CompanyNumbers } from './companyNumbers';
import type { CompanyFinder } from './conditionChecker';

/** Where the words stand in a text that conditions ask for. */
export class CompanyList implements CompanyFinder {
  readonly numbers: CompanyNumbers;
  readonly longestCompany: number;
  readonly #words: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor({ numbers, longestCompany }: Omit<CompanyFinder, 'search'>) {
    this.numbers = numbers;
    this.longestCompany = longestCompany;
  }

  /** Adds a word; in order of starts. */
  add(word: number, start: number, end: number): void {
    this.#words.push(word);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  search(
    _text: string,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): void {
    for (let at = this.#firstFrom(from); at < this.#starts.length; at++) {
      const start = this.#starts[at] ?? 0;
      if (start >= to || found(this.#words[at] ?? 0, this.#ends[at] ?? 0, start)) return;
    }
  }

  /** How often each word stands in the text, by its number. */
  counts(): Uint32Array {
    const counts = new Uint32Array(this.numbers.count);
    for (const word of this.#words) counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
