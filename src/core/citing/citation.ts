import { toLocalId } from '../packs/entryId';
import type { Source } from '../packs/pack';
import { frontMatter } from '../prose/frontMatter';
import type { ProseReader } from '../prose/prose';
import { escapeHtml, safeUrl } from '../render/escape';
import { formatDate } from '../render/formatDate';
import { runToEnd } from '../terms/steps';
import {
  footnoteSyntax,
  hasFootnotes,
  keyCitation,
  NOTE_LINE,
  type FootnoteSyntax,
} from './citationSyntax';
import { asTextOf } from './documentText';

/** How a source can be cited in a text. */
export const citationFormats = [
  'footnote',
  'pandoc',
  'latex',
  'apa',
  'chicago',
  'newsroom',
] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Text to be inserted; nothing is replaced. */
export interface Insertion {
  /** UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
}

const FRONT_MATTER_BIBLIOGRAPHY = /^---[^]*?^(?:bibliography|references):[^]*?^(?:---|\.\.\.)/m;

/**
 * The format that suits a document: a key for LaTeX and for the Markdown that names a bibliography, else a footnote in
 * Markdown and whatever else has them, else words.
 *
 * @param languageId As VS Code names the language.
 */
export function suitableFormat(languageId: string, text: string): CitationFormat {
  if (['latex', 'tex', 'latex-expl3'].includes(languageId)) return 'latex';
  if (['quarto', 'rmd'].includes(languageId)) return 'pandoc';
  if (hasFootnotes(languageId)) return 'footnote';
  if (languageId !== 'markdown' && languageId !== 'mdx') return 'newsroom';
  return text.startsWith('---') && FRONT_MATTER_BIBLIOGRAPHY.test(text) ? 'pandoc' : 'footnote';
}

/** What a source is called in citations and bibliographies: its id in the pack. */
export function citationKey({ id }: Source): string {
  return toLocalId(id);
}

/**
 * Cites sources at some places of a text.
 *
 * @param references The sources in full, in the same order, for footnotes and for styles in words.
 * @param offsets Where to cite.
 * @returns Ascending. A footnote that is defined already is not defined again.
 */
export function cite(
  format: CitationFormat,
  languageId: string,
  sources: readonly Source[],
  references: readonly string[],
  text: string,
  offsets: readonly number[],
): readonly Insertion[] {
  const citations = new Citations(format, languageId, sources, references, text);
  const ascending = [...offsets].sort((a, b) => a - b);
  const places = ascending.map((offset) =>
    citations.isFootnote ? offset : placeOfWords(format, text, offset),
  );
  let before = '';
  const insertions = places.map((place, index) => {
    before += text.slice(places[index - 1] ?? 0, place);
    const isBeforeStop = place < (ascending[index] ?? 0) && text.charAt(place) === '.';
    const inserted = (isBeforeStop ? ',' : '') + citations.inSentence(sources, before);
    before += inserted;
    return { offset: place, text: inserted };
  });
  const whole = before + text.slice(places.at(-1) ?? 0);
  return [...insertions, ...citations.notes(text.length, whole)];
}

/** Writes citations into one document, from its beginning to its end. */
export class Citations {
  readonly #format: CitationFormat;
  readonly #languageId: string;
  readonly #references: ReadonlyMap<Source, string>;
  readonly #text: string;
  /** Lines that belong at the end of the text, by source. */
  readonly #notes = new Map<Source, string>();

  /** @param references The sources in full, in the same order, for footnotes and for styles in words. */
  constructor(
    format: CitationFormat,
    languageId: string,
    sources: readonly Source[],
    references: readonly string[],
    text: string,
  ) {
    this.#format = format;
    this.#languageId = languageId;
    this.#references = new Map(sources.map((source, index) => [source, references[index] ?? '']));
    this.#text = text;
  }

  /** Whether a citation stands behind the stop of a sentence, if it may. */
  get isFootnote(): boolean {
    return this.#format === 'footnote' && this.#languageId !== 'html';
  }

  /**
   * What is inserted to cite sources as a part of a sentence that somebody writes.
   *
   * @param before The document up to the place, with what was inserted before it.
   */
  inSentence(sources: readonly Source[], before: string): string {
    switch (this.#format) {
      case 'apa':
      case 'chicago':
        return withSpace(before, sources.map((source) => this.#reference(source)).join(' '));
      case 'newsroom': {
        const names = sources.map((source) => this.#name(source));
        return withSpace(before, `according to ${names.join(' and ')}`);
      }
      default:
        return this.behindWords(sources, before);
    }
  }

  /** What is inserted to cite sources behind words that are complete without: words stand in brackets. */
  behindWords(sources: readonly Source[], before: string): string {
    const inBrackets = (parts: readonly string[]) => withSpace(before, `(${parts.join('; ')})`);
    const keys = sources.map(citationKey);
    switch (this.#format) {
      case 'footnote':
        return this.isFootnote
          ? this.#footnotes(sources, before)
          : inBrackets(sources.map((source) => this.#name(source)));
      case 'pandoc':
        return withSpace(before, keyCitation(this.#languageId, keys));
      case 'latex':
        return withSpace(before, `\\cite{${keys.join(',')}}`);
      case 'apa':
      case 'chicago':
        return inBrackets(sources.map((source) => this.#reference(source).replace(/\.$/, '')));
      case 'newsroom':
        return inBrackets(sources.map((source) => this.#name(source)));
    }
  }

  /**
   * The notes that the footnotes written so far need at the end of the text.
   *
   * @param offset Where the text ends.
   * @param whole The text with all that was inserted.
   */
  notes(offset: number, whole: string): readonly Insertion[] {
    return this.#notes.size === 0
      ? []
      : [{ offset, text: atEnd(whole, [...this.#notes.values()]) }];
  }

  #footnotes(sources: readonly Source[], before: string): string {
    const syntax = footnoteSyntax(this.#languageId);
    let written = '';
    for (const source of sources) {
      const key = citationKey(source);
      const isThere = this.#isNoted(syntax, key, before + written);
      const mark =
        isThere && syntax.again !== undefined
          ? syntax.again(key)
          : syntax.mark(key, this.#reference(source));
      written += syntax.isSpaced === true ? withSpace(before + written, mark) : mark;
      if (!isThere && syntax.note !== undefined)
        this.#notes.set(source, syntax.note(key, this.#reference(source)));
    }
    return written;
  }

  /** Whether the document has a footnote already: anywhere, or in the text before if it stands within that. */
  #isNoted({ beginning, note }: FootnoteSyntax, key: string, before: string): boolean {
    if (beginning === undefined) return false;
    return note === undefined
      ? before.includes(beginning(key))
      : `\n${this.#text}`.includes(`\n${beginning(key)}`);
  }

  #reference(source: Source): string {
    return asTextOf(this.#languageId, this.#references.get(source) ?? '');
  }

  /** `TASS, 5 September 2025`, in HTML as a link. */
  #name({ publisher, title, issued, url }: Source): string {
    const name = publisher ?? `“${title}”`;
    const dated = issued === undefined ? name : `${name}, ${formatDate(issued)}`;
    const words = asTextOf(this.#languageId, dated);
    const address = this.#languageId === 'html' ? safeUrl(url) : undefined;
    return address === undefined ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
  }
}

const CLOSING_TAGS =
  /(?:<\/(?:p|li|d[dt]|t[dhr]|div|blockquote|figcaption|h[1-6]|[ou]l|section|article|body|html)>[ \t]*)+$/i;

/**
 * Where words go that are to stand at an offset: within the paragraph of HTML that has just ended, and those that end a
 * sentence before its full stop. Keys stand where they are put.
 */
function placeOfWords(format: CitationFormat, text: string, offset: number): number {
  if (offset === 0 || format === 'pandoc' || format === 'latex') return offset;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const open = text.slice(start, offset).replace(CLOSING_TAGS, '');
  const isSentence = format === 'newsroom' && /[^.\s]\.$/.test(open.trimEnd());
  return start + (isSentence ? open.trimEnd().length - 1 : open.length);
}

function withSpace(before: string, inserted: string): string {
  return /[^\s([{~]$/.test(before) ? ` ${inserted}` : inserted;
}

/** Lines behind a text: next to the footnotes that end it, otherwise after a blank line. */
function atEnd(text: string, lines: readonly string[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const open = text === '' || text.endsWith('\n') ? '' : eol;
  const gap = NOTE_LINE.test(last) || /\n\r?\n$/.test(text) ? '' : eol;
  return `${open}${gap}${lines.join(eol)}${eol}`;
}

/** A command of LaTeX, with its groups in whatever brackets. */
const LATEX_CITE =
  /\\[A-Za-z]{0,20}[Cc]ite[A-Za-z]{0,20}\*?((?:\s{0,20}(?:\([^()\n]{0,500}\)|\[(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,500}\]|\{[^{}]{1,2000}\})){1,40})/g;

/** Footnotes but for their definitions, Pandoc's keys, and those of Org, Typst, AsciiDoc and reStructuredText. */
const CITED =
  /(?:(?<!^[ \t]*)|(?=\[\^[^\]\s]{1,200}\](?!:)))\[\^([^\]\s]{1,200})\]|@\{([^{}\n]{1,200})\}|(?:\[cite[^[\]@\n]{0,200})?@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,200})|#cite\(\s{0,20}<([^<>\n]{1,200})>|cite:\[([^\]\n]{1,500})\]|:cite(?::[a-z]{1,20})?:`([^`\n]{1,500})`/gmu;

/**
 * The keys that a text cites, of some known ones: `[^key]`, `[@key]`, `\cite{key}` and their like, but not in code,
 * comments and what else is no prose. In front matter they count.
 *
 * @param reader Of the text's language.
 * @returns In the order of `keys`. Cost: as reading the text's prose.
 */
export function citedKeys(
  text: string,
  keys: readonly string[],
  reader: ProseReader,
): readonly string[] {
  const known = new Set(keys);
  const citations = findCitations(text).filter((each) => each.keys.some((key) => known.has(key)));
  if (citations.length === 0) return [];
  // Citations are no prose themselves: what they stand in is read with words in their place.
  const inWords = text.replace(LATEX_CITE, toWords).replace(CITED, toWords);
  const { exclude } = runToEnd(reader.read(inWords));
  const head = frontMatter(text);
  const found = new Set(
    citations
      .filter(({ start }) => start < head || !exclude.overlaps(start, start + 1))
      .flatMap((each) => each.keys),
  );
  return keys.filter((key) => found.has(key));
}

function findCitations(
  text: string,
): readonly { readonly start: number; readonly keys: readonly string[] }[] {
  const latex = [...text.matchAll(LATEX_CITE)].map(({ 1: groups = '', index }) => ({
    start: index,
    keys: [...groups.matchAll(/\{([^{}]*)\}/g)].flatMap(([, list]) => keysOf(list)),
  }));
  const others = [...text.matchAll(CITED)].map((match) => ({
    start: match.index,
    keys: keysOf(match.slice(1).find((way) => way !== undefined)).map((key) =>
      key.replace(/[.-]+$/, ''),
    ),
  }));
  return [...latex, ...others];
}

function keysOf(list = ''): readonly string[] {
  return list.split(',').map((key) => key.trim());
}

/** As long, with its line ends. */
function toWords(markup: string): string {
  return markup.replace(/\S/g, 'x');
}
