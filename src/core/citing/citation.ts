import { toLocalId } from '../packs/entryId';
import type { Source } from '../packs/pack';
import { frontMatter } from '../prose/frontMatter';
import type { ProseReader } from '../prose/prose';
import { escapeInLine } from '../render/escape';
import { formatDate } from '../render/formatDate';
import { runToEnd } from '../terms/steps';

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
 * Markdown, else words.
 *
 * @param languageId As VS Code names the language.
 */
export function suitableFormat(languageId: string, text: string): CitationFormat {
  if (['latex', 'tex', 'latex-expl3'].includes(languageId)) return 'latex';
  if (['quarto', 'rmd'].includes(languageId)) return 'pandoc';
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
  sources: readonly Source[],
  references: readonly string[],
  text: string,
  offsets: readonly number[],
): readonly Insertion[] {
  const keys = sources.map(citationKey);
  const here: Readonly<Record<CitationFormat, () => string>> = {
    footnote: () => keys.map((key) => `[^${key}]`).join(''),
    pandoc: () => `[${keys.map((key) => `@${key}`).join('; ')}]`,
    latex: () => `\\cite{${keys.join(',')}}`,
    apa: () => references.join(' '),
    chicago: () => references.join(' '),
    newsroom: () => `according to ${sources.map(inNewsroom).join(' and ')}`,
  };
  const cited = here[format]();
  const insertions = [...offsets]
    .sort((a, b) => a - b)
    .map((offset) => {
      if (format === 'footnote') return { offset, text: cited };
      const place = placeOfWords(format, text, offset);
      if (place < offset && text.charAt(place) === '.')
        return { offset: place, text: `, ${cited}` };
      return { offset: place, text: withSpace(text, place, cited) };
    });
  if (format !== 'footnote') return insertions;
  const missing = keys.flatMap((key, index) =>
    new RegExp(`^\\[\\^${escapeRegExp(key)}\\]:`, 'm').test(text)
      ? []
      : [`[^${key}]: ${escapeInLine(references[index] ?? '')}`],
  );
  if (missing.length === 0) return insertions;
  const atEndOfText = insertions.filter(({ offset }) => offset === text.length);
  const whole = text + atEndOfText.map((each) => each.text).join('');
  return [...insertions, { offset: text.length, text: atEnd(whole, missing) }];
}

/** `TASS, 5 September 2025`. */
function inNewsroom({ publisher, title, issued }: Source): string {
  const name = publisher ?? `“${title}”`;
  return issued === undefined ? name : `${name}, ${formatDate(issued)}`;
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

function withSpace(text: string, offset: number, inserted: string): string {
  return offset > 0 && /[^\s([{~]/.test(text.charAt(offset - 1)) ? ` ${inserted}` : inserted;
}

/** Lines behind a text: next to the footnotes that end it, otherwise after a blank line. */
function atEnd(text: string, lines: readonly string[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const open = text === '' || text.endsWith('\n') ? '' : eol;
  const gap = /^\[\^[^\]]+\]:/.test(last) || /\n\r?\n$/.test(text) ? '' : eol;
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

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}
