import type { Source } from '../packs/pack';
import { Citations, type CitationFormat, type Insertion } from './citation';
import { asTextOf } from './documentText';

/** A statement of the reference, and where it cites what. */
export interface QuotedStatement {
  readonly text: string;
  /** By ascending place in `text`, in UTF-16 code units. */
  readonly citations: readonly { readonly at: number; readonly sources: readonly Source[] }[];
}

/**
 * A statement of the reference for one place of a text, with each source cited where the statement cites it.
 *
 * @param references Of the sources of the statement, in the order of `statementSources`, where the format wants them.
 * @param offset Where the statement is to stand.
 * @returns The statement at `offset`, and what belongs elsewhere: notes.
 */
export function quoteStatement(
  format: CitationFormat,
  languageId: string,
  statement: QuotedStatement,
  references: readonly string[],
  text: string,
  offset: number,
): readonly Insertion[] {
  const sources = statementSources(statement);
  const citations = new Citations(format, languageId, sources, references, text);
  const head = text.slice(0, offset);
  let written = '';
  let from = 0;
  for (const { at, sources: cited } of statement.citations) {
    const place = placeOf(statement.text, at, citations.isFootnote);
    written += asTextOf(languageId, statement.text.slice(from, place));
    if (cited.length > 0) written += citations.behindWords(cited, head + written);
    from = place;
  }
  written += asTextOf(languageId, statement.text.slice(from));
  const whole = head + written + text.slice(offset);
  return [{ offset, text: written }, ...citations.notes(text.length, whole)];
}

/** What a statement cites, each source once, by first appearance. */
export function statementSources({ citations }: QuotedStatement): readonly Source[] {
  return [...new Set(citations.flatMap(({ sources }) => sources))];
}

/** Behind the last stop only a footnote stands; what is in the line goes before it. */
function placeOf(text: string, at: number, isFootnote: boolean): number {
  return at === text.length && !isFootnote ? text.replace(/[.!?]$/, '').length : at;
}
