import type { Library } from '../packs/library';
import type { Fact, Term } from '../packs/pack';
import type { Span } from '../terms/span';
import type { TermMatch } from '../terms/termIndex';
import { DATE_CUES } from './factCues';

/** A term of a sentence, in offsets of the sentence, with what is recorded of it. */
export interface NamedTerm extends Span {
  readonly term: Term;
  /** Whether others have the name, from which a year tells the term apart. */
  readonly isVague: boolean;
}

const YEAR = /\b(?:1\d|20)\d\d\b/;

/**
 * The term of a match.
 *
 * @param base Where the sentence begins.
 * @returns Undefined for a name that is discouraged, for it may mean more than what is recorded.
 */
export function toNamedTerm(
  library: Library,
  { entryId, label, start, end }: TermMatch,
  base: number,
): NamedTerm | undefined {
  const term = library.entry(entryId);
  if (term?.type !== 'term' || label.kind === 'discouraged') return undefined;
  const isVague = YEAR.test(term.title) && !YEAR.test(label.text);
  return { term, isVague, start: start - base, end: end - base };
}

/** A date or a number of a sentence that is not the recorded one, in offsets of the sentence. */
export interface WrongFigure extends Span {
  readonly term: Term;
  /** What is recorded. */
  readonly fact: Fact;
}

/** Of terms in ascending order the last that ends before an offset. */
export function lastBefore(named: readonly NamedTerm[], offset: number): NamedTerm | undefined {
  return named.filter(({ end }) => end <= offset).at(-1);
}

/** What is recorded of a term that is a date, and of which it is known how English speaks of it. */
export function dateFacts({ facts }: Term): readonly Fact[] {
  return facts.filter(({ value, property }) => isDate(value) && Object.hasOwn(DATE_CUES, property));
}

/** Whether a fact's value is a date in EDTF: a year, month or day, or an interval of two. */
export function isDate(value: string | number): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}(?:-\d\d){0,2}[~?%]?(?:\/\d{4}(?:-\d\d){0,2}[~?%]?)?$/.test(value)
  );
}
