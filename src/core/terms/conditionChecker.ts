import type { Company, Label } from '../packs/pack';
import { codePointBefore, isWordKind, kindOf, unitsOf } from './characters';
import type { CompanyNumbers } from './companyNumbers';
import { paragraphAt, sentenceAt } from './conditions';
import { hasRightCase } from './labelPattern';
import type { Span } from './span';

/** Finds the words that a pack's conditions ask for. */
export interface CompanyFinder {
  readonly numbers: CompanyNumbers;
  /** The most letters that a word or phrase has. */
  readonly longestCompany: number;
  /** Calls `found` for each word in order of starts, overlapping ones included; a true answer ends the search. */
  search(
    text: string,
    from: number,
    to: number,
    found: (number: number, end: number, start: number) => boolean,
  ): void;
}

/** Which words, by their numbers, some text has. */
export interface Presence {
  has(number: number): boolean;
}

interface Seen {
  readonly span: Span;
  readonly numbers: Presence;
}

/**
 * Judges conditions in one text. What it has read it keeps, so that matches in ascending order cost one reading
 * of each sentence, paragraph and of the document, and only of those in which a match with such a condition stands.
 */
export class ConditionChecker {
  readonly #text: string;
  readonly #finder: CompanyFinder;
  readonly #known: Presence | undefined;
  #paragraph: Span | undefined;
  /** How far the document was read, and the words found in it. */
  #readTo = 0;
  readonly #read = new Set<number>();
  readonly #seen: Partial<Record<Company['within'], Seen>> = {};

  /** @param inDocument Which words the text has, if that is known already. */
  constructor(text: string, finder: CompanyFinder, inDocument?: Presence) {
    this.#text = text;
    this.#finder = finder;
    this.#known = inDocument;
  }

  /** Whether a label that stands at `span` counts there as its term. */
  holds(label: Label, span: Span): boolean {
    const { condition } = label;
    if (condition === undefined) return true;
    if (!hasRightCase(label, this.#text, span.start, span.end)) return false;
    const { requires, refuses, phrases } = condition;
    if (phrases !== undefined && this.#isWithinOne(label, phrases, span)) return false;
    if (requires !== undefined && !this.#hasCompany(label, requires, span)) return false;
    return refuses === undefined || !this.#hasCompany(label, refuses, span);
  }

  #hasCompany(label: Label, { within, anyOf }: Company, span: Span): boolean {
    const wanted = this.#finder.numbers.ofList(anyOf, label.lang);
    const present =
      within === 'document' && this.#known === undefined
        ? this.#inDocument(wanted)
        : this.#present(within, span);
    return wanted.some((number) => present.has(number));
  }

  /** Reads the document on until one of the words is found: most that are asked for stand near its beginning. */
  #inDocument(wanted: readonly number[]): Presence {
    const read = this.#read;
    if (this.#readTo === this.#text.length || wanted.some((number) => read.has(number)))
      return read;
    let foundAt = -1;
    let readTo = this.#text.length;
    this.#finder.search(this.#text, this.#readTo, this.#text.length, (number, _, start) => {
      if (foundAt >= 0 && start > foundAt) {
        readTo = start;
        return true;
      }
      read.add(number);
      if (wanted.includes(number)) foundAt = start;
      return false;
    });
    this.#readTo = readTo;
    return read;
  }

  #present(within: Company['within'], span: Span): Presence {
    if (within === 'document' && this.#known !== undefined) return this.#known;
    const seen = this.#seen[within];
    if (seen !== undefined && seen.span.start <= span.start && span.end <= seen.span.end) {
      return seen.numbers;
    }
    const around = this.#around(within, span);
    const numbers = new Set<number>();
    this.#finder.search(this.#text, around.start, around.end, (number, end) => {
      if (end <= around.end) numbers.add(number);
      return false;
    });
    if (within !== 'sentence' || this.#isOneSentence(span, around))
      this.#seen[within] = { span: around, numbers };
    return numbers;
  }

  #around(within: Company['within'], span: Span): Span {
    if (within === 'document') return { start: 0, end: this.#text.length };
    const known = this.#paragraph;
    const isIn = known !== undefined && known.start <= span.start && span.start <= known.end;
    const paragraph = isIn ? known : paragraphAt(this.#text, span.start);
    this.#paragraph = paragraph;
    return within === 'paragraph' ? paragraph : sentenceAt(this.#text, span, paragraph);
  }

  /** Whether what is around a match is no more than the sentence in which it starts. */
  #isOneSentence({ start }: Span, around: Span): boolean {
    const first = sentenceAt(this.#text, { start, end: start + 1 }, this.#paragraph);
    return first.end >= around.end;
  }

  #isWithinOne(label: Label, phrases: readonly string[], span: Span): boolean {
    const wanted = this.#finder.numbers.ofList(phrases, label.lang);
    let within = false;
    const from = lettersBack(this.#text, span.start, this.#finder.longestCompany);
    this.#finder.search(this.#text, from, span.start + 1, (number, end) => {
      within ||= end >= span.end && wanted.includes(number);
      return within;
    });
    return within;
  }
}

/** The offset before which so many letters and numbers stand up to `offset`; other characters do not count. */
export function lettersBack(text: string, offset: number, letters: number): number {
  let at = offset;
  for (let count = 0; at > 0 && count < letters;) {
    const code = codePointBefore(text, at);
    at -= unitsOf(code);
    if (isWordKind(kindOf(code))) count++;
  }
  return at;
}

/** The offset behind which so many letters and numbers stand from `offset` on; other characters do not count. */
export function lettersAhead(text: string, offset: number, letters: number): number {
  let at = offset;
  for (let count = 0; at < text.length && count < letters;) {
    const code = text.codePointAt(at) ?? 0;
    at += unitsOf(code);
    if (isWordKind(kindOf(code))) count++;
  }
  return at;
}
