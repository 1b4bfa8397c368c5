import type { Company, EntryId, Label, LabelKind } from '../../../src/core/packs/pack';
import {
  codePointBefore,
  isSkippedKind,
  isWordKind,
  kindOf,
  unitsOf,
} from '../../../src/core/terms/characters';
import { paragraphAt, sentenceAt } from '../../../src/core/terms/conditions';
import { foldCodePoint } from '../../../src/core/terms/foldText';
import { allInflections, type InflectionRules } from '../../../src/core/terms/inflection';
import {
  formsOf,
  matchForm,
  whyUnusable,
  type FormMatch,
  type LabelForm,
} from '../../../src/core/terms/labelForms';
import { hasRightCase, isBoundaryBefore } from '../../../src/core/terms/labelPattern';
import type { Span } from '../../../src/core/terms/span';
import type {
  FindOptions,
  LabelledEntry,
  TermIndex,
  TermMatch,
  UnusableLabel,
} from '../../../src/core/terms/termIndex';

interface Words {
  readonly forms: readonly LabelForm[];
}

interface Candidate {
  readonly entryId: EntryId;
  readonly label: Label;
  readonly form: LabelForm;
  readonly order: number;
}

interface Found extends FormMatch {
  readonly candidate: Candidate;
}

/** What the reference can do of an index. */
export type Matcher = Pick<TermIndex, 'at' | 'findAll'>;

const KINDS: readonly LabelKind[] = ['preferred', 'alternative', 'hidden', 'discouraged'];

/**
 * Builds an index that does nothing clever: at each place where a word begins, it tries every label that begins
 * with that letter.
 *
 * @param entries In the order in which they win where two have the same label.
 * @param rules Which endings count.
 * @returns The index, and the labels that no text can match.
 */
export function createReferenceMatcher(
  entries: readonly LabelledEntry[],
  rules: InflectionRules = allInflections,
): { index: Matcher; unusable: readonly UnusableLabel[] } {
  const unusable: UnusableLabel[] = [];
  const candidates: Candidate[] = [];
  for (const { id: entryId, labels } of entries) {
    for (const label of labels) {
      const message = whyUnusable(label);
      if (message !== undefined) {
        unusable.push({ entryId, label, message });
        continue;
      }
      for (const form of formsOf(label, rules)) {
        candidates.push({ entryId, label, form, order: candidates.length });
      }
    }
  }
  return { index: new ReferenceMatcher(candidates, rules), unusable };
}

class ReferenceMatcher implements Matcher {
  readonly #byFirstSymbol = new Map<number, Candidate[]>();
  readonly #rules: InflectionRules;
  readonly #companies = new Map<string, Words>();
  /** The most letters and numbers that any match has. */
  readonly #longest: number;

  constructor(candidates: readonly Candidate[], rules: InflectionRules) {
    this.#rules = rules;
    let longest = 0;
    for (const candidate of candidates) {
      const first = candidate.form.pattern.tokens[0] ?? 0;
      const same = this.#byFirstSymbol.get(first);
      if (same === undefined) this.#byFirstSymbol.set(first, [candidate]);
      else same.push(candidate);
      longest = Math.max(longest, candidate.form.pattern.tokens.length + 2);
    }
    this.#longest = longest;
  }

  at(text: string, offset: number, options: FindOptions = {}): TermMatch | undefined {
    if (!(offset >= 0 && offset < text.length)) return undefined;
    const matches = this.#find(text, this.#startBefore(text, offset), offset + 1, options);
    return matches.find(({ start, end }) => start <= offset && offset < end);
  }

  findAll(text: string, options: FindOptions = {}): readonly TermMatch[] {
    return this.#find(text, 0, text.length, options);
  }

  /** Finds the matches that start in `[from, to)`, given that none that starts earlier reaches over `from`. */
  #find(text: string, from: number, to: number, options: FindOptions): TermMatch[] {
    const matches: TermMatch[] = [];
    let at = from;
    while (at < to) {
      const match = this.#matchAt(text, at, options);
      if (match === undefined) {
        at += unitsOf(text.codePointAt(at) ?? 0);
      } else {
        matches.push(match);
        at = match.end;
      }
    }
    return matches;
  }

  #matchAt(text: string, start: number, options: FindOptions): TermMatch | undefined {
    let best: Found | undefined;
    for (const found of this.#candidatesAt(text, start)) {
      const { label } = found.candidate;
      if (best !== undefined && !isBetter(found, best)) continue;
      const span = { start, end: found.end };
      if (!isExcluded(span, [...(options.exclude ?? [])]) && this.#holds(label, text, span))
        best = found;
    }
    if (best === undefined) return undefined;
    return { start, end: best.end, entryId: best.candidate.entryId, label: best.candidate.label };
  }

  /** Everything that stands at `start` if conditions are left aside. */
  #candidatesAt(text: string, start: number): Found[] {
    const code = text.codePointAt(start) ?? 0;
    if (isSkippedKind(kindOf(code)) || isTrailing(text, start)) return [];
    const candidates = this.#byFirstSymbol.get(foldCodePoint(code)[0] ?? 0);
    if (candidates === undefined || !isBoundaryBefore(text, start)) return [];
    return candidates.flatMap((candidate) =>
      matchForm(candidate.form, text, start).map((match) => ({ ...match, candidate })),
    );
  }

  /** A place from which matches can be found as if from the start of the text: none reaches over it. */
  #startBefore(text: string, offset: number): number {
    let start = offset;
    for (;;) {
      const earliest = this.#earliestOver(text, start);
      if (earliest === start) return start;
      start = earliest;
    }
  }

  /** The earliest place before `offset` where a candidate begins that reaches over it, or `offset`. */
  #earliestOver(text: string, offset: number): number {
    let earliest = offset;
    let letters = 0;
    for (let at = offset; at > 0 && letters <= this.#longest;) {
      const code = codePointBefore(text, at);
      at -= unitsOf(code);
      if (isWordKind(kindOf(code))) letters++;
      if (this.#candidatesAt(text, at).some(({ end }) => end > offset)) earliest = at;
    }
    return earliest;
  }

  #holds(label: Label, text: string, span: Span): boolean {
    const { condition } = label;
    if (!hasRightCase(label, text, span.start, span.end)) return false;
    if (condition === undefined) return true;
    const { requires, refuses, phrases } = condition;
    if (requires !== undefined && !this.#hasCompany(label, requires, text, span)) return false;
    if (refuses !== undefined && this.#hasCompany(label, refuses, text, span)) return false;
    return !(phrases ?? []).some((phrase) => this.#isWithin(label, phrase, text, span));
  }

  #hasCompany(label: Label, company: Company, text: string, span: Span): boolean {
    const around = surroundings(company.within, text, span);
    return company.anyOf.some((words) => {
      const { forms } = this.#wordsOf(label, words);
      for (let at = around.start; at < around.end; at++) {
        if (endsOf(forms, text, at).some((end) => end <= around.end)) return true;
      }
      return false;
    });
  }

  /** Whether the match is part of a longer expression in which it means something else. */
  #isWithin(label: Label, phrase: string, text: string, span: Span): boolean {
    const { forms } = this.#wordsOf(label, phrase);
    for (let at = span.start; at >= 0; at--) {
      if (endsOf(forms, text, at).some((end) => end >= span.end)) return true;
    }
    return false;
  }

  #wordsOf(label: Label, text: string): Words {
    const key = `${label.lang} ${text}`;
    let words = this.#companies.get(key);
    if (words === undefined) {
      words = { forms: formsOf({ text, lang: label.lang, kind: 'hidden' }, this.#rules, true) };
      this.#companies.set(key, words);
    }
    return words;
  }
}

/** Whether `start` is the second half of a character. */
function isTrailing(text: string, start: number): boolean {
  return start > 0 && codePointBefore(text, start + 1) > 0xffff;
}

/** Where whole words in these forms end if they begin at `start`. */
function endsOf(forms: readonly LabelForm[], text: string, start: number): number[] {
  const code = text.codePointAt(start) ?? 0;
  const first = foldCodePoint(code)[0];
  if (isSkippedKind(kindOf(code)) || isTrailing(text, start)) return [];
  if (!forms.some(({ pattern }) => pattern.tokens[0] === first)) return [];
  if (!isBoundaryBefore(text, start)) return [];
  return forms.flatMap((form) => matchForm(form, text, start)).map(({ end }) => end);
}

function surroundings(within: Company['within'], text: string, span: Span): Span {
  if (within === 'document') return { start: 0, end: text.length };
  return within === 'paragraph' ? paragraphAt(text, span.start) : sentenceAt(text, span);
}

/** A match that touches an exclusion is none; one that ends where it begins does not touch it. */
function isExcluded({ start, end }: Span, exclude: readonly Span[]): boolean {
  return exclude.some((span) => start < span.end && span.start < end);
}

/**
 * The longer wins; of equal ones the label's own form before an inflected one, then a label that has a condition,
 * then the kind of label, then the earlier entry.
 */
function isBetter(a: Found, b: Found): boolean {
  if (a.end !== b.end) return a.end > b.end;
  if (a.inflected !== b.inflected) return b.inflected;
  const conditions = Number(hasCondition(a)) - Number(hasCondition(b));
  if (conditions !== 0) return conditions > 0;
  const kinds = kindRank(a) - kindRank(b);
  return kinds === 0 ? a.candidate.order < b.candidate.order : kinds < 0;
}

function hasCondition({ candidate }: Found): boolean {
  return candidate.label.condition !== undefined;
}

function kindRank({ candidate }: Found): number {
  return KINDS.indexOf(candidate.label.kind);
}
