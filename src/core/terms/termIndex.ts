import type { EntryId, Label } from '../packs/pack';
import type { Span } from './span';
import type { SpanList } from './spanList';

/** A known term, found in a text. The span covers exactly the matched words, a plural or possessive ending included. */
export interface TermMatch extends Span {
  readonly entryId: EntryId;
  /** The label that matched. */
  readonly label: Label;
}

export interface FindOptions {
  /** Stretches in which nothing may be found: code, addresses. A match that touches one is none. */
  readonly exclude?: SpanList;
}

/** Replaces `text.slice(start, end)` by `inserted`. */
export interface TextEdit extends Span {
  readonly inserted: string;
}

/** Finds the terms of all packs in text. Immutable. */
export interface TermIndex {
  /**
   * Finds the term that covers `offset`.
   *
   * Cost: reads the words around the offset, as far as a label is long, and on where labels overlap; and for a match
   * with a condition what that asks about, at most the document.
   *
   * @param offset UTF-16 code units. An offset just behind a term does not count as on it.
   * @returns The match that `findAll` has there, or undefined.
   */
  at(text: string, offset: number, options?: FindOptions): TermMatch | undefined;

  /**
   * Finds every term in `text`.
   *
   * Cost: one pass over the text, in which most words are passed by a filter; linear, for labels have a greatest length.
   *
   * @returns Matches by ascending `start`, none overlapping; at one start the longest term wins.
   */
  findAll(text: string, options?: FindOptions): readonly TermMatch[];

  /** As `findAll`, for a text that will be edited: what it returns can be updated. */
  scan(text: string, options?: FindOptions): TermMatches;

  /**
   * Brings matches up to date with an edit. Gives exactly what `scan` gives for the new text.
   *
   * Cost: independent of the text's length but for a number moved for every 1,024 matches, unless the edit brings
   * into the document the first, or takes the last, of the words that a condition wants there: then as `scan`.
   * With conditions on sentences or paragraphs the paragraphs around the edit are read again.
   *
   * @param previous What this index returned for the text before the edit. From another index: as `scan`.
   * @param text The text after the edit.
   * @param edit In offsets of the text before it.
   * @param options Exclusions in the text after the edit.
   */
  update(previous: TermMatches, text: string, edit: TextEdit, options?: FindOptions): TermMatches;
}

/** Matches in ascending order, none overlapping. Immutable. */
export interface TermMatches extends Iterable<TermMatch> {
  readonly length: number;
  /** The matches that overlap a span. Cost: logarithmic, and what it returns. */
  within(span: Span): readonly TermMatch[];
  /** The entries that are mentioned, by first mention. Cost: a look at each match's numbers, when first asked for. */
  mentions(): readonly Mention[];
  /** The matches of some labels, in order. Cost: as `mentions`, and what it returns. */
  labelled(isWanted: (label: Label) => boolean): readonly TermMatch[];
}

/** That a text mentions an entry. */
export interface Mention {
  readonly entryId: EntryId;
  readonly first: TermMatch;
  /** How many mentions there are. */
  readonly count: number;
}

/** The labels of one entry, as the index takes them. */
export interface LabelledEntry {
  readonly id: EntryId;
  readonly labels: readonly Label[];
}

/** A label that no text can match, with the reason in a sentence. */
export interface UnusableLabel {
  readonly entryId: EntryId;
  readonly label: Label;
  readonly message: string;
}
