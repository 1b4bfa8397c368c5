import type { Span } from '../terms/span';
import type { SpanList } from '../terms/spanList';
import type { TextEdit } from '../terms/termIndex';
import type { Steps } from '../terms/steps';

/** What in a document is no prose: nothing is looked for there. Immutable. */
export interface Prose {
  /** Code, formulas, addresses, keys, markup. UTF-16 code units. */
  readonly exclude: SpanList;
  /** Stretches that the document's markup quotes as blocks: there the words are somebody else's. */
  readonly quoted: SpanList;
}

/** Reads the syntax of one kind of document. */
export interface ProseReader {
  /** Cost: one pass over the text, in steps. */
  read(text: string): Steps<Prose>;
  /**
   * Brings what was read up to date: exactly what `read` gives for the new text.
   *
   * @param previous What this reader returned for the text before the edit.
   * @param text The text after the edit.
   * @param edit In offsets of the text before it.
   */
  update(previous: Prose, text: string, edit: TextEdit): Prose;
}

/** Orders spans and joins those that overlap or touch. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end };
  }
  return joined;
}
