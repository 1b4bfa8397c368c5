import type { Span } from '../terms/span';
import { SpanList } from '../terms/spanList';
import { findAddresses } from './addresses';
import type { MarkupLanguage } from './markup';
import { closeOf } from './markupEnds';
import { MARKUP_LANGUAGES } from './markupLanguages';
import { Nesting } from './nesting';
import { joinSpans, type Prose, type ProseReader } from './prose';

/**
 * Reads the prose of markup other than Markdown, and of plain text, by how each piece of markup begins and ends. What
 * is begun and never ended is taken as text.
 *
 * @param languageId As VS Code names the language.
 * Cost: linear; an edit reads everything again, some ten milliseconds a megabyte.
 */
export function markupProse(languageId: string): ProseReader {
  const known = MARKUP_LANGUAGES.get(languageId);
  const read = (text: string): Prose => {
    const { exclude, quoted } = readMarkup(known, text);
    return {
      exclude: SpanList.of(joinSpans([...exclude, ...findAddresses(text)])),
      quoted: SpanList.of(joinSpans(quoted)),
    };
  };
  return {
    // One step: a list of spans, and no parser's work.
    *read(text) {
      yield;
      return read(text);
    },
    update: (_previous, text) => read(text),
  };
}

/** Reads a stretch of HTML within another language. */
export function readHtml(text: string): {
  readonly exclude: readonly Span[];
  readonly quoted: readonly Span[];
} {
  return readMarkup(MARKUP_LANGUAGES.get('html'), text);
}

function readMarkup(
  known: MarkupLanguage | undefined,
  text: string,
): { exclude: Span[]; quoted: Span[] } {
  const exclude: Span[] = [];
  const quoted: Span[] = [];
  if (known === undefined) return { exclude, quoted };
  const { markup: all, ignoresCase } = known;
  // Only letters of ASCII: what else becomes small may change its length.
  const plain =
    ignoresCase === true ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
  const flags = ignoresCase === true ? 'gmi' : 'gm';
  const opening = new RegExp(all.map(({ open }) => `(${open})`).join('|'), flags);
  /** What was looked for in vain is not looked for again: it would make hostile text slow. */
  const missing = new Set<string>();
  const nesting = new Nesting();
  let quotedUpTo = 0;
  for (let match = opening.exec(plain); match !== null; match = opening.exec(plain)) {
    const [opened] = match;
    const markup = all[match.slice(1).findIndex((group) => group !== undefined)];
    const start = match.index;
    const head = start + opened.length;
    opening.lastIndex = Math.max(head, start + 1);
    if (markup === undefined) continue;
    if (markup.isMeant?.(plain, start) === false) {
      opening.lastIndex = start + 1;
      continue;
    }
    const isQuotation = markup.isQuotation === true;
    if (markup.begins !== undefined)
      nesting.begin({ name: markup.begins(opened), start, isQuotation });
    const ended = markup.ends === undefined ? undefined : nesting.end(markup.ends(opened));
    if (ended?.isQuotation === true) quoted.push({ start: ended.start, end: head });
    // A bracket that is no quotation's is a sign of the prose.
    if (ended?.isQuotation === false || (markup.begins !== undefined && !isQuotation)) continue;

    let end = head;
    if (markup.close !== undefined) {
      const close = markup.close(opened);
      const at = missing.has(close) ? -1 : closeOf(plain, head, close);
      if (at < 0) missing.add(close);
      // What begins in a quotation of known length ends in it.
      else if (start >= quotedUpTo || at < quotedUpTo) end = at + close.length;
    }
    // A quotation within one is part of it.
    if (markup.reach !== undefined && !(isQuotation && start < quotedUpTo))
      end = markup.reach(plain, start, head);
    if (isQuotation && end > head) {
      quoted.push({ start, end });
      quotedUpTo = end;
    }
    // Markup within a quotation is markup still.
    exclude.push({ start, end: isQuotation ? head : end });
    if (!isQuotation) opening.lastIndex = Math.max(end, opening.lastIndex);
  }
  return { exclude: exclude.filter(({ start, end }) => end > start), quoted };
}
