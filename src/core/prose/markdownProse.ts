import type { Token } from 'markdown-it';
import type { Span } from '../terms/span';
import { SpanList, toBounds } from '../terms/spanList';
import { runToEnd, type Steps } from '../terms/steps';
import type { TextEdit } from '../terms/termIndex';
import { findAddresses } from './addresses';
import { ChunkList, type Chunk, type QuotationTag, type Shortcut } from './chunkList';
import { countUpTo } from './countUpTo';
import { frontMatter } from './frontMatter';
import { readHtml } from './markupProse';
import { Nesting } from './nesting';
import { joinSpans, type Prose, type ProseReader } from './prose';
import { ProseMarkdown, type InlineSpan } from './proseMarkdown';

/** So much is read at a time. UTF-16 code units. */
const WINDOW = 65_536;
/** So many chunks behind an edit are read again, to see where the blocks begin as they did. */
const BEHIND = 2;
/** Where a block begins depends on so many of its lines: on two, for a table. */
const AHEAD = 2;

/**
 * Reads Markdown as markdown-it does, with YAML front matter, formulas and Pandoc's citations. What is prose is the
 * inline content of blocks without code, link targets, pictures, HTML tags, formulas, citations and addresses.
 *
 * Cost of `update`: the blocks around the edit, and a few numbers for each block and exclusion of the text.
 */
export function markdownProse(): ProseReader {
  const markdown = new ProseMarkdown();
  return {
    *read(text): Steps<Prose> {
      const head = frontMatter(text);
      const chunks: Chunk[] = head === 0 ? [] : [frontChunk(head)];
      for (let at = head; at < text.length;) {
        at = readWindow(markdown, text, at, at + WINDOW, undefined, chunks);
        yield;
      }
      return new MarkdownProse(
        head,
        ChunkList.of(chunks),
        SpanList.ofBounds(joined(chunks, ({ exclude }) => exclude, 0)),
        SpanList.ofBounds(joined(chunks, ({ quoted }) => quoted, 0)),
      );
    },
    update(previous, text, edit) {
      if (!(previous instanceof MarkdownProse)) throw new TypeError('not read by this reader');
      return previous.updated(markdown, text, edit) ?? runToEnd(this.read(text));
    },
  };
}

const NOTHING = new Int32Array(0);

function frontChunk(length: number): Chunk {
  return {
    length,
    exclude: Int32Array.of(0, length),
    quoted: NOTHING,
    tags: [],
    shortcuts: [],
    definitions: [],
  };
}

class MarkdownProse implements Prose {
  readonly #head: number;
  readonly #chunks: ChunkList;
  readonly #excludeInChunks: SpanList;
  readonly #quotedInChunks: SpanList;
  readonly exclude: SpanList;
  readonly quoted: SpanList;

  /** @param head Length of the front matter, which is the first chunk if there is any. */
  constructor(
    head: number,
    chunks: ChunkList,
    excludeInChunks: SpanList,
    quotedInChunks: SpanList,
  ) {
    this.#head = head;
    this.#chunks = chunks;
    this.#quotedInChunks = quotedInChunks;
    this.#excludeInChunks = excludeInChunks;
    const shortcuts = chunks.definedShortcuts();
    this.exclude =
      shortcuts.length === 0
        ? excludeInChunks
        : SpanList.of(joinSpans([...excludeInChunks, ...shortcuts]));
    const elements = chunks.quotedElements();
    this.quoted =
      elements.length === 0
        ? quotedInChunks
        : SpanList.of(joinSpans([...quotedInChunks, ...elements]));
  }

  /** Undefined if the whole text has to be read again: front matter has come or gone. */
  updated(markdown: ProseMarkdown, text: string, edit: TextEdit): MarkdownProse | undefined {
    const shift = edit.inserted.length - (edit.end - edit.start);
    const head = frontMatter(text);
    const isWithin = edit.end < this.#head && head === this.#head + shift;
    if (isWithin) return this.#replaced(head, 0, 1, [frontChunk(head)], 0, this.#head, shift);
    if (head !== this.#head || edit.start < head) return undefined;
    const chunks = this.#chunks;
    // A block may have ended where it did for what the next begins with.
    const first = Math.max(head > 0 ? 1 : 0, chunks.countUpTo(edit.start) - 3);
    const from = chunks.startOf(first) ?? head;
    const next = chunks.countUpTo(edit.end);
    const isStart = (offset: number): boolean => {
      const old = offset - shift;
      return old > edit.end && chunks.startOf(chunks.countUpTo(old) - 1) === old;
    };
    const fresh: Chunk[] = [];
    for (let behind = BEHIND; ; behind *= 2) {
      const end = (chunks.startOf(next + behind) ?? Infinity) + shift;
      fresh.length = 0;
      const at = readWindow(markdown, text, from, Math.min(end, text.length), isStart, fresh);
      if (at < text.length && !isStart(at)) continue;
      const kept = at < text.length ? chunks.countUpTo(at - shift) - 1 : chunks.count;
      const to = at < text.length ? at - shift : text.length - shift;
      return this.#replaced(head, first, kept, fresh, from, to, shift);
    }
  }

  /** The same with other chunks from the number `first` to before `kept`, which stood from `from` to `to`. */
  #replaced(
    head: number,
    first: number,
    kept: number,
    fresh: readonly Chunk[],
    from: number,
    to: number,
    shift: number,
  ): MarkdownProse {
    const replaced = (list: SpanList, boundsOf: (chunk: Chunk) => Int32Array) =>
      list.replaced(from, to, shift, joined(fresh, boundsOf, from));
    return new MarkdownProse(
      head,
      this.#chunks.replaced(first, kept, fresh),
      replaced(this.#excludeInChunks, ({ exclude }) => exclude),
      replaced(this.#quotedInChunks, ({ quoted }) => quoted),
    );
  }
}

/**
 * Start and end of each span of chunks of which the first stands at `base`, in offsets of the text. Where chunks meet, two
 * may touch, and are one.
 */
function joined(
  chunks: readonly Chunk[],
  boundsOf: (chunk: Chunk) => Int32Array,
  base: number,
): Int32Array {
  const bounds = new Int32Array(chunks.reduce((sum, chunk) => sum + boundsOf(chunk).length, 0));
  let length = 0;
  let from = base;
  for (const chunk of chunks) {
    const own = boundsOf(chunk);
    for (let at = 0; at < own.length; at += 2) {
      const start = from + (own[at] ?? 0);
      if (length > 0 && start <= (bounds[length - 1] ?? 0)) length--;
      else bounds[length++] = start;
      bounds[length++] = from + (own[at + 1] ?? 0);
    }
    from += chunk.length;
  }
  return bounds.subarray(0, length);
}

/**
 * Reads whole chunks from `from` on.
 *
 * @param end About how far to read: further if not one chunk ends before.
 * @param isStart Where reading may stop, among the starts of blocks; none: at the last of them.
 * @returns Where the chunks that were read end.
 */
function readWindow(
  markdown: ProseMarkdown,
  text: string,
  from: number,
  end: number,
  isStart: ((offset: number) => boolean) | undefined,
  chunks: Chunk[],
): number {
  for (let size = end - from; ; size *= 2) {
    const lineEnd = from + size >= text.length ? -1 : text.indexOf('\n', from + size);
    const to = lineEnd < 0 ? text.length : lineEnd + 1;
    const slice = text.slice(from, to);
    const lines = lineStarts(slice);
    const tokens = markdown.blocks(slice);
    const starts = tokens.flatMap((token) =>
      token.level === 0 && token.map !== null && token.nesting >= 0 ? [token.map[0]] : [],
    );
    const isWhole = to === text.length;
    const stops = starts.filter((line) => line > 0 && line + AHEAD < lines.length - 1);
    const stop =
      isStart === undefined
        ? isWhole
          ? undefined
          : stops.at(-1)
        : stops.find((line) => isStart(from + (lines[line] ?? 0)));
    if (stop === undefined && !isWhole) {
      if (isStart !== undefined) return from;
      continue;
    }
    const last = stop ?? lines.length;
    pushChunks(markdown, slice, lines, tokens, starts, last, chunks);
    return stop === undefined ? to : from + (lines[stop] ?? 0);
  }
}

/** Where each line starts; last, where the text ends. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const end = /\r\n?|\n/g;
  while (end.test(text)) starts.push(end.lastIndex);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

function pushChunks(
  markdown: ProseMarkdown,
  text: string,
  lines: readonly number[],
  tokens: readonly Token[],
  starts: readonly number[],
  last: number,
  chunks: Chunk[],
): void {
  const bounds = [0, ...starts.filter((line) => line > 0 && line < last)];
  const inBlock: Token[][] = bounds.map(() => []);
  let block = 0;
  for (const token of tokens) {
    if (token.level === 0 && token.map !== null && token.nesting >= 0) {
      while ((bounds[block + 1] ?? Infinity) <= token.map[0]) block++;
      if (token.map[0] >= last) break;
    }
    inBlock[block]?.push(token);
  }
  bounds.forEach((first, index) => {
    const end = Math.min(bounds[index + 1] ?? last, lines.length - 1);
    const read = readBlock(markdown, text, lines, inBlock[index] ?? [], first, end);
    const base = lines[first] ?? 0;
    const length = (lines[end] ?? text.length) - base;
    const move = moved(-base);
    if (length > 0)
      chunks.push({
        length,
        exclude: toBounds(joinSpans(read.exclude).map(move)),
        quoted: toBounds(joinSpans(read.quoted).map(move)),
        tags: read.tags.map((tag) => ({ ...tag, ...move(tag) })),
        shortcuts: read.shortcuts.map((shortcut) => ({ ...shortcut, ...move(shortcut) })),
        definitions: read.definitions,
      });
  });
}

const moved =
  (by: number) =>
  ({ start, end }: Span): Span => ({ start: start + by, end: end + by });

/** What is no prose in the lines of a chunk, in offsets of the text. */
function readBlock(
  markdown: ProseMarkdown,
  text: string,
  lines: readonly number[],
  tokens: readonly Token[],
  first: number,
  end: number,
): {
  readonly exclude: readonly Span[];
  readonly quoted: readonly Span[];
  readonly tags: readonly QuotationTag[];
  readonly shortcuts: readonly Shortcut[];
  readonly definitions: readonly string[];
} {
  const exclude: Span[] = [];
  const quoted: Span[] = [];
  const tags: QuotationTag[] = [];
  const shortcuts: Shortcut[] = [];
  const definitions: string[] = [];
  /** A piece of markup, which may be such a tag. */
  const addMarkup = (span: Span): void => {
    exclude.push(span);
    const [tag, slash] = QUOTATION_TAG.exec(text.slice(span.start, span.start + 13)) ?? [];
    if (tag !== undefined) tags.push({ ...span, isOpening: slash === '' });
  };
  const lineAt = (line: number): Span => ({
    start: lines[line] ?? text.length,
    end: lines[line + 1] ?? text.length,
  });
  const proseLines = new Set<number>();
  let row: readonly [number, number] = [first, end];
  let isInRow = false;
  let cellsUpTo = 0;
  for (const token of tokens) {
    const map = token.map ?? row;
    if (token.type === 'tr_open') {
      row = map;
      cellsUpTo = 0;
      isInRow = true;
    }
    if (token.type === 'tr_close') isInRow = false;
    if (token.type === 'blockquote_open') {
      const span = { start: lineAt(map[0]).start, end: lineAt(Math.min(map[1], end) - 1).end };
      if (!CALLOUT.test(text.slice(span.start, span.end))) quoted.push(span);
    }
    if (token.type === 'footnote_open') {
      const { start, end: lineEnd } = lineAt(map[0]);
      const [before = '', label = ''] = LABEL.exec(text.slice(start, lineEnd)) ?? [];
      exclude.push({ start: start + before.length - label.length, end: start + before.length });
    }
    if (token.type === 'html_block') {
      const start = lineAt(map[0]).start;
      const html = readHtml(text.slice(start, lineAt(map[1] - 1).end));
      html.exclude.map(moved(start)).forEach(addMarkup);
      for (const span of html.quoted) quoted.push(moved(start)(span));
      for (let line = map[0]; line < map[1]; line++) proseLines.add(line);
    }
    if (token.type !== 'inline' || token.content === '') continue;
    const isCell = token.map === null || isInRow;
    const places = placesOf(text, token.content, map[0], lineAt, isCell ? cellsUpTo : undefined);
    for (const [index] of token.content.split('\n').entries()) proseLines.add(map[0] + index);
    if (places === undefined) {
      exclude.push({ start: lineAt(map[0]).start, end: lineAt(map[1] - 1).end });
      continue;
    }
    cellsUpTo = places.end - lineAt(map[0]).start;
    const inText = ({ start, end: behind }: Span): Span => ({
      start: places.at(start),
      end: places.at(behind - 1) + 1,
    });
    const inlines = markdown.inlines(token.content);
    for (const inline of inlines) {
      if (inline.rule !== 'shortcut') addMarkup(inText(inline));
      else {
        const [, label = ''] = SHORTCUT.exec(token.content.slice(inline.start, inline.end)) ?? [];
        shortcuts.push({ ...inText(inline), label: labelOf(label) });
      }
    }
    for (const { isQuotation, ...span } of elementsOf(token.content, inlines)) {
      if (span.start < span.end) (isQuotation ? quoted : exclude).push(inText(span));
    }
  }
  for (let line = first; line < end; line++) {
    if (proseLines.has(line)) continue;
    const span = lineAt(line);
    const written = text.slice(span.start, span.end);
    if (/\S/.test(written)) exclude.push(span);
    const [, label] = DEFINITION.exec(written) ?? [];
    if (label !== undefined) definitions.push(labelOf(label));
  }
  const start = lineAt(first).start;
  const addresses = findAddresses(text.slice(start, lineAt(end - 1).end)).map(moved(start));
  return { exclude: exclude.concat(addresses), quoted, tags, shortcuts, definitions };
}

const SHORTCUT = /^\[([^]*)\](?:\[\])?$/;
/** A line that says where a label leads. */
const DEFINITION = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\[(?!\^)([^\]\r\n]+)\]:/;

/** Labels are the same whatever their case and spaces. */
function labelOf(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Notes and warnings in the dress of block quotations, as GitHub and Obsidian know them. */
const CALLOUT = /^[ \t\d.)*+>-]*>[ \t]*\[!(?!quote\]|cite\])[\w-]+\]/i;
/** What stands before the text of a footnote. */
const LABEL = /^.*?(\[\^[^\]\s]+\]:)/;
const QUOTATION_TAG = /^<(\/?)blockquote[\s/>]/i;

/** What stands in elements of HTML that hold code or a quotation. */
function elementsOf(
  content: string,
  inlines: readonly InlineSpan[],
): readonly (Span & { readonly isQuotation: boolean })[] {
  const elements: (Span & { readonly isQuotation: boolean })[] = [];
  const nesting = new Nesting();
  for (const { start, end, rule } of inlines) {
    if (rule !== 'html_inline') continue;
    const tag = content.slice(start, end).toLowerCase();
    const [, slash, name = ''] = /^<(\/?)(code|kbd|samp|var|q|cite)[\s/>]/.exec(tag) ?? [];
    if (name === '') continue;
    const begun = { name, start: end, isQuotation: name === 'q' || name === 'cite' };
    if (slash === '') nesting.begin(begun);
    else {
      const ended = nesting.end(name);
      if (ended !== undefined) elements.push({ ...ended, end: start });
    }
  }
  return elements;
}

/**
 * Where a block's content stands in the text: markdown-it takes from each line what is before the content, from the
 * last what is behind it, and changes nothing else but the pipes of tables.
 *
 * @param line The content's first line.
 * @param from Where in that line to look, if the content is a cell of its row.
 * @returns Undefined if the content does not stand there as it is.
 */
function placesOf(
  text: string,
  content: string,
  line: number,
  lineAt: (line: number) => Span,
  from: number | undefined,
): { readonly at: (offset: number) => number; readonly end: number } | undefined {
  /** For each part of the content: where it starts there, where in the text. */
  const inContent: number[] = [];
  const inText: number[] = [];
  let at = 0;
  let end = from === undefined ? 0 : lineAt(line).start + from;
  // A cell is part of a line, in which pipes of the content are escaped.
  for (const [index, part] of content.split(from === undefined ? '\n' : '|').entries()) {
    const trimmed = part.trimStart();
    const { start, end: lineEnd } = lineAt(from === undefined ? line + index : line);
    const source = text.slice(start, lineEnd);
    const found =
      from === undefined ? findLine(source, trimmed) : source.indexOf(trimmed, end - start);
    if (found < 0) return undefined;
    inContent.push(at + part.length - trimmed.length);
    inText.push(start + found);
    at += part.length + 1;
    end = start + found + trimmed.length;
  }
  return {
    end,
    at: (offset) => {
      const index = Math.max(0, countUpTo(inContent, offset) - 1);
      return (inText[index] ?? 0) + offset - (inContent[index] ?? 0);
    },
  };
}

/** Where the content of a line stands in it: as far behind as it can, but for a heading's closing signs and cells. */
function findLine(source: string, content: string): number {
  const [line, part] = [source.trimEnd(), content.trimEnd()];
  return line.endsWith(part) ? line.length - part.length : source.indexOf(part);
}
