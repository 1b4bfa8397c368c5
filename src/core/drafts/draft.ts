import type { Prose, ProseReader } from '../prose/prose';
import type { Span } from '../terms/span';
import type { Steps } from '../terms/steps';
import type { TermIndex, TermMatches, TextEdit } from '../terms/termIndex';

/** A document as somebody writes it: its text, what in it is prose, and the terms there. Immutable. */
export interface Draft {
  readonly text: string;
  readonly prose: Prose;
  readonly matches: TermMatches;
}

/** What the documents of one language are read with. */
export interface DraftReader {
  readonly terms: TermIndex;
  readonly prose: ProseReader;
}

/** Reads a document. Cost: one pass over the text, in steps of some milliseconds; finding its terms is one step. */
export function* readDraft({ terms, prose }: DraftReader, text: string): Steps<Draft> {
  const read = yield* prose.read(text);
  yield;
  return { text, prose: read, matches: terms.scan(text, read) };
}

/** Brings a draft up to date: exactly what `readDraft` gives for the new text. */
export function updateDraft(
  { terms, prose }: DraftReader,
  draft: Draft,
  text: string,
  edit: TextEdit,
): Draft {
  const read = prose.update(draft.prose, text, edit);
  return { text, prose: read, matches: terms.update(draft.matches, text, edit, read) };
}

/** A stretch that edits have replaced: where it stood, and how long what stands there now is. */
export interface PendingEdit extends Span {
  readonly newLength: number;
}

/**
 * Takes one more edit into a stretch that covers several.
 *
 * @param pending Undefined before the first.
 * @param edit In offsets of the text that the pending edits have made.
 */
export function joinEdits(
  pending: PendingEdit | undefined,
  edit: Span & { readonly newLength: number },
): PendingEdit {
  if (pending === undefined) return edit;
  const start = Math.min(pending.start, edit.start);
  const newEnd = pending.start + pending.newLength;
  const beyond = Math.max(0, edit.end - newEnd);
  const end = pending.end + beyond;
  const newLength = newEnd + beyond - start + edit.newLength - (edit.end - edit.start);
  return { start, end, newLength };
}

/** The pending edits as one, given the text they have made. */
export function toTextEdit({ start, end, newLength }: PendingEdit, text: string): TextEdit {
  return { start, end, inserted: text.slice(start, start + newLength) };
}
