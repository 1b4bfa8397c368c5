import { sortInSteps, type Steps } from '../terms/steps';
import { foldText, wordsOf } from './foldWords';

/** A word of an index that is like a word of a query. */
export interface WordMatch {
  /** Number of the word. */
  readonly word: number;
  /** How like it is: 1 for the word itself, less for one that it begins and for one that differs by a letter or two. */
  readonly likeness: number;
}

const PREFIX = 0.85;
/** What is left of a word with another ending, of so many letters at most. */
const RELATED = 0.75;
const longestEnding = 2;
/** What one and two differing letters leave. */
const TYPOS = [1, 0.7, 0.45];

/**
 * Which texts hold which words. The words stand sorted, so that those with one beginning stand together; each has the
 * numbers of its texts in one array of all. Immutable.
 */
export class WordIndex {
  /** Ascending by code units. */
  readonly #words: readonly string[];
  /** Where the texts of a word begin in `#texts`; one number more than words. */
  readonly #starts: Uint32Array;
  readonly #texts: Uint32Array;
  /** How many words each text has. */
  readonly lengths: Uint16Array;

  constructor(
    words: readonly string[],
    starts: Uint32Array,
    texts: Uint32Array,
    lengths: Uint16Array,
  ) {
    this.#words = words;
    this.#starts = starts;
    this.#texts = texts;
    this.lengths = lengths;
  }

  /** The texts that hold a word: ascending, each once. */
  textsOf(word: number): Uint32Array {
    return this.#texts.subarray(this.#starts[word], this.#starts[word + 1]);
  }

  /** How much it says that a text holds a word: little of one that stands in most texts. */
  weightOf(word: number): number {
    const count = (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0);
    return Math.log(1 + this.lengths.length / Math.max(1, count));
  }

  /** The word itself, if there is one. */
  exactly(word: string): readonly WordMatch[] {
    const place = this.#firstFrom(word);
    return this.#words[place] === word ? [{ word: place, likeness: 1 }] : [];
  }

  /** The word itself, which stands first, and those that it begins. */
  beginning(start: string): readonly WordMatch[] {
    const matches: WordMatch[] = [];
    for (let word = this.#firstFrom(start); word < this.#words.length; word++) {
      const found = this.#words[word] ?? '';
      if (!found.startsWith(start)) break;
      const likeness = found.length === start.length ? 1 : PREFIX;
      matches.push({ word, likeness });
    }
    return matches;
  }

  /**
   * Words that differ from one by their endings, of two letters at most: `pledged` and `pledge` for `pledges`. What they
   * share is at least twice as long as an ending may be.
   */
  related(wanted: string): readonly WordMatch[] {
    const shared = Math.max(2 * longestEnding, wanted.length - longestEnding);
    if (wanted.length < shared) return [];
    const start = wanted.slice(0, shared);
    const matches: WordMatch[] = [];
    for (let word = this.#firstFrom(start); word < this.#words.length; word++) {
      const found = this.#words[word] ?? '';
      if (!found.startsWith(start)) break;
      if (found === wanted || found.length > sharedStart(found, wanted) + longestEnding) continue;
      matches.push({ word, likeness: RELATED });
    }
    return matches;
  }

  /**
   * Words that differ from one by letters left out, put in, put in another's place, or exchanged with the next.
   *
   * @param mistakes The most of them; 0, 1 or 2.
   * @param unfinished Takes words as well whose beginning is meant.
   * @returns None without a mistake. Cost: it walks the sorted words as the trie that they are, and leaves a branch as
   * soon as it holds too many mistakes: a few thousand steps of a word's length among 100,000 words.
   */
  misspelt(wanted: string, mistakes: number, unfinished: boolean): readonly WordMatch[] {
    const matches: WordMatch[] = [];
    if (mistakes === 0) return matches;
    const size = wanted.length;
    // A row for each letter of the word on the way: how many mistakes it takes to reach each letter of the wanted one.
    const rows: Uint8Array[] = [Uint8Array.from({ length: size + 1 }, (_, at) => at)];
    const leasts: number[] = [0];
    let previous = '';
    let word = 0;
    while (word < this.#words.length) {
      const found = this.#words[word] ?? '';
      let at = sharedStart(previous, found);
      previous = found;
      let best = unfinished && at > 0 ? endOf(rows, at, size) : mistakes + 1;
      let isLost = false;
      for (; at < found.length && !isLost; at++) {
        const least = nextRow(rows, found, at, wanted);
        leasts[at + 1] = least;
        // Two letters exchanged reach back over a row.
        isLost = least > mistakes && (leasts[at] ?? 0) >= mistakes;
        if (unfinished) best = Math.min(best, rows[at + 1]?.[size] ?? mistakes + 1);
      }
      // The rows hold as far as the letters that were read.
      if (isLost) previous = found.slice(0, at);
      if (isLost && best > mistakes) {
        // No word with this beginning can be meant.
        word = this.#firstFrom(`${previous}\uffff`);
        continue;
      }
      const whole = isLost ? mistakes + 1 : (rows[found.length]?.[size] ?? mistakes + 1);
      const count = Math.min(whole, best);
      if (count > 0 && count <= mistakes) {
        const likeness = (TYPOS[count] ?? 0) * (whole <= mistakes ? 1 : 0.8);
        matches.push({ word, likeness });
      }
      word++;
    }
    return matches;
  }

  /** Number of the first word that does not stand before `text`. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The fewest mistakes with which a beginning of the word on the way, of `upTo` letters at most, is the whole wanted word. */
function endOf(rows: readonly Uint8Array[], upTo: number, size: number): number {
  let best = 255;
  for (let at = 1; at <= upTo; at++) best = Math.min(best, rows[at]?.[size] ?? 255);
  return best;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** Fills the row behind letter `at`. Returns its least number. */
function nextRow(rows: Uint8Array[], found: string, at: number, wanted: string): number {
  const size = wanted.length;
  const above = rows[at];
  const row = (rows[at + 1] ??= new Uint8Array(size + 1));
  if (above === undefined || row.length !== size + 1) return 255;
  const twoAbove = rows[at - 1];
  const letter = found.charCodeAt(at);
  row[0] = at + 1;
  let least = at + 1;
  for (let n = 1; n <= size; n++) {
    const same = wanted.charCodeAt(n - 1) === letter;
    let count = Math.min(
      (above[n] ?? 0) + 1,
      (row[n - 1] ?? 0) + 1,
      (above[n - 1] ?? 0) + (same ? 0 : 1),
    );
    if (
      twoAbove !== undefined &&
      n > 1 &&
      wanted.charCodeAt(n - 2) === letter &&
      wanted.charCodeAt(n - 1) === found.charCodeAt(at - 1)
    ) {
      count = Math.min(count, (twoAbove[n - 2] ?? 0) + 1);
    }
    row[n] = count;
    if (count < least) least = count;
  }
  return least;
}

/** So many texts are read in a step. */
const STEP = 500;

/**
 * Indexes texts by their words.
 *
 * @param texts A text's place is its number.
 */
export function* buildWordIndex(texts: readonly string[]): Steps<WordIndex> {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const lengths = new Uint16Array(texts.length);
  // Words of all texts, one text behind the other, each word once a text.
  let written = new Uint32Array(1024);
  let size = 0;
  const ends = new Uint32Array(texts.length);
  const last: number[] = [];
  for (let text = 0; text < texts.length; text++) {
    const words = wordsOf(foldText(texts[text] ?? ''));
    lengths[text] = Math.min(65_535, words.length);
    for (const word of words) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        counts.push(0);
        last.push(-1);
      }
      if (last[number] === text) continue;
      last[number] = text;
      counts[number] = (counts[number] ?? 0) + 1;
      if (size === written.length) {
        const larger = new Uint32Array(2 * size);
        larger.set(written);
        written = larger;
      }
      written[size++] = number;
    }
    ends[text] = size;
    if (text % STEP === STEP - 1) yield;
  }
  const asMet = [...numbers.keys()];
  const words: string[] = [];
  for (const number of yield* sortInSteps(asMet)) words.push(asMet[number] ?? '');
  yield;
  const starts = new Uint32Array(words.length + 1);
  const next = new Uint32Array(words.length);
  words.forEach((word, place) => {
    const number = numbers.get(word) ?? 0;
    next[number] = starts[place] ?? 0;
    starts[place + 1] = (starts[place] ?? 0) + (counts[number] ?? 0);
  });
  yield;
  const postings = new Uint32Array(size);
  let at = 0;
  for (let text = 0; text < texts.length; text++) {
    for (; at < (ends[text] ?? 0); at++) {
      const number = written[at] ?? 0;
      const place = next[number] ?? 0;
      postings[place] = text;
      next[number] = place + 1;
    }
    if (text % (20 * STEP) === 0) yield;
  }
  return new WordIndex(words, starts, postings, lengths);
}
