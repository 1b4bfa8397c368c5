import type { EntryId, Label } from '../packs/pack';
import type { Span } from './span';

/** A known term, found in a text. The span covers exactly the matched words, a plural or possessive ending included. */
export interface TermMatch extends Span {
  readonly entryId: EntryId;
  /** The label that matched. */
  readonly label: Label;
}

export interface FindOptions {
  /** Stretches in which nothing may be found, ascending and not overlapping: code, addresses. A match that touches one is none. */
  readonly exclude?: readonly Span[];
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
   * @param offset UTF-16 code units. An offset just behind a term does not count as on it.
   * @returns The match that `findAll` has there, or undefined.
   */
  at(text: string, offset: number, options?: FindOptions): TermMatch | undefined;

  /**
   * Finds every term in `text`.
   *
   * @returns Matches by ascending `start`, none overlapping; at one start the longest term wins.
   */
  findAll(text: string, options?: FindOptions): readonly TermMatch[];
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
