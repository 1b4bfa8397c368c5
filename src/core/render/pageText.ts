import * as l10n from '@vscode/l10n';
import type { MarkdownIt, Token } from 'markdown-it';
import { parseEntryLink, toEntryId, toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import type { Entry, EntryId, PackMarkdown, Source, TimelineEvent } from '../packs/pack';
import { sourceOrigin } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import { displayDate, interfaceLanguage } from './formatDate';
import { inLanguage, packLanguage } from './languageMark';
import { citedSources, citedText } from './packTokens';

/** What the panel hands to its context menu for a statement. */
export interface StatementContext {
  readonly webviewSection: 'statement';
  readonly entryId: EntryId;
  readonly sources: readonly EntryId[];
  /** The words of the statement. */
  readonly text: string;
  /** Where in `text` it cites what, ascending. Left out, the whole of it rests on the sources. */
  readonly citations?: readonly { readonly at: number; readonly sources: readonly EntryId[] }[];
}

/**
 * Writes an entry's texts as HTML, with numbered marks where they cite, each with an id of its own so that the list of
 * sources can lead back to it. Everything that comes from the pack is escaped. Where the interface has another language
 * than the pack, the pack's words say theirs.
 */
export class PageText {
  readonly #library: Library;
  readonly #markdown: MarkdownIt;
  readonly #entryId: EntryId;
  readonly #packId: string;
  readonly #language: string;
  readonly #sources: readonly Source[];
  readonly #numbers: ReadonlyMap<EntryId, number>;
  /** How often each source was cited so far. */
  readonly #cited = new Map<EntryId, number>();

  /** @param sources In the order of their numbers. */
  constructor(
    library: Library,
    markdown: MarkdownIt,
    entryId: EntryId,
    sources: readonly Source[],
  ) {
    this.#library = library;
    this.#markdown = markdown;
    this.#entryId = entryId;
    this.#packId = toPackId(entryId);
    this.#language = packLanguage(library, entryId);
    this.#sources = sources;
    this.#numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  }

  /** Ids of the marks that cite a source, as written so far. */
  marksOf(sourceId: EntryId): readonly string[] {
    const number = this.#numbers.get(sourceId) ?? 0;
    const count = this.#cited.get(sourceId) ?? 0;
    return Array.from({ length: count }, (_, index) => markId(number, index + 1));
  }

  entryLink(id: EntryId, innerHtml: string, anchor?: string): string {
    const section = anchor === undefined ? '' : ` data-anchor="${escapeHtml(anchor)}"`;
    return `<a href="#" data-entry="${escapeHtml(id)}"${section}>${innerHtml}</a>`;
  }

  /** A link to an entry by its title. */
  titleLink({ id, title, type }: Entry): string {
    // The title of an overview is the product's.
    const isOfPack = type !== 'overview';
    const shown = escapeHtml(title);
    return this.entryLink(
      id,
      isOfPack ? inLanguage(packLanguage(this.#library, id), shown) : shown,
    );
  }

  /** Words of the pack among those of the interface. */
  words(text: string): string {
    return inLanguage(this.#language, escapeHtml(text));
  }

  /** A link that shows an event's date. Its name has the title too, for there are several events on some days. */
  dateLink({ id, date, title }: TimelineEvent): string {
    const shown = displayDate(date);
    const name = escapeHtml(`${shown}: ${title}`);
    return `<a href="#" data-entry="${escapeHtml(id)}" aria-label="${name}">${escapeHtml(shown)}</a>`;
  }

  /** A number that leads to a source. Empty if the entry does not have it. */
  citationMark(sourceId: EntryId, attributes = ''): string {
    const number = this.#numbers.get(sourceId);
    const source = number === undefined ? undefined : this.#sources[number - 1];
    if (number === undefined || source === undefined) return '';
    const count = (this.#cited.get(sourceId) ?? 0) + 1;
    this.#cited.set(sourceId, count);
    const name = l10n.t('Source {0}: {1}', number, `${source.title}. ${sourceOrigin(source)}`);
    const id = markId(number, count);
    return `<sup${attributes}><a class="cite" id="${id}" href="#source-${number}" aria-label="${escapeHtml(name)}">${number}</a></sup>`;
  }

  citationMarks(sources: readonly EntryId[], attributes = ''): string {
    return sources.map((id) => this.citationMark(id, attributes)).join('');
  }

  html(text: PackMarkdown): string {
    const tokens = this.#markdown.parse(text, {});
    for (const [index, block] of tokens.entries()) {
      const [before, open] = [tokens[index - 2], tokens[index - 1]];
      // A paragraph of a tight list has no element of its own; its item has.
      this.#markStatement(open?.hidden === true ? before : open, block);
      block.children = this.#rewrite(block.children ?? []);
      if (block.type === 'table_open') block.attrSet('class', 'data');
      const isOutermost = block.level === 0 && block.nesting >= 0;
      if (isOutermost && this.#isForeign()) block.attrSet('lang', this.#language);
    }
    return this.#markdown.renderer.render(tokens, this.#markdown.options, {});
  }

  /** A text of one paragraph, without its element. */
  inlineHtml(text: PackMarkdown): string {
    const tokens = this.#rewrite(this.#markdown.parseInline(text, {})[0]?.children ?? []);
    const html = this.#markdown.renderer.render(tokens, this.#markdown.options, {});
    return inLanguage(this.#language, html);
  }

  #isForeign(): boolean {
    return this.#language !== interfaceLanguage();
  }

  /** For what the product adds within the pack's words. */
  #interfaceAttribute(): string {
    return this.#isForeign() ? ` lang="${escapeHtml(interfaceLanguage())}"` : '';
  }

  /** Tells the panel's context menu what a paragraph, heading or cell says and which sources it cites. */
  #markStatement(open: Token | undefined, block: Token): void {
    const children = block.children ?? [];
    const { text, citations: cited } = citedText(children, markInWords);
    const citations = cited.map(({ at, sources }) => ({
      at,
      sources: sources.map((localId) => toEntryId(this.#packId, 'source', localId)),
    }));
    if (open === undefined || citations.length === 0) return;
    const sources = [...new Set(citations.flatMap((each) => each.sources))];
    open.attrSet('data-vscode-context', this.statementContext(text, sources, citations));
  }

  /** The value of `data-vscode-context` for a statement, not escaped. */
  statementContext(
    text: string,
    sources: readonly EntryId[],
    citations?: StatementContext['citations'],
  ): string {
    const context: StatementContext = {
      webviewSection: 'statement',
      entryId: this.#entryId,
      sources,
      text,
      ...(citations === undefined ? {} : { citations }),
    };
    return JSON.stringify(context);
  }

  /** Turns citations, marks and links into tokens that the renderer writes as the panel wants them. */
  #rewrite(tokens: readonly Token[]): Token[] {
    const dropped: boolean[] = [];
    return tokens.flatMap((token, index) => {
      switch (token.type) {
        case 'citation': {
          const ids = citedSources(token).map((localId) =>
            toEntryId(this.#packId, 'source', localId),
          );
          return [htmlToken(token, this.citationMarks(ids, this.#interfaceAttribute()))];
        }
        case 'mark_open':
          return [htmlToken(token, `<span class="statement ${token.info}">`)];
        case 'mark_close':
          return [
            htmlToken(token, `</span> ${badge(markName(token.info), this.#interfaceAttribute())}`),
          ];
        case 'image':
          // A picture could be fetched from anywhere; its description stands in for it.
          return [htmlToken(token, escapeHtml(token.content))];
        case 'link_open': {
          const open = this.#linkOpen(String(token.attrGet('href') ?? ''));
          dropped.push(open === undefined);
          return open === undefined ? [] : [htmlToken(token, open)];
        }
        case 'link_close':
          return dropped.pop() === true ? [] : [htmlToken(token, '</a>')];
        case 'text': {
          // The space before a citation goes: the mark stands at the word.
          const trimmed =
            tokens[index + 1]?.type === 'citation' ? token.content.trimEnd() : token.content;
          return [htmlToken(token, escapeHtml(trimmed))];
        }
        default:
          return [token];
      }
    });
  }

  #linkOpen(href: string): string | undefined {
    const target = parseEntryLink(this.#packId, href);
    if (target !== undefined && this.#library.entry(target.entryId) !== undefined) {
      return this.entryLink(target.entryId, '', target.anchor).slice(0, -'</a>'.length);
    }
    const url = safeUrl(href);
    return url === undefined ? undefined : `<a class="external" href="${url}">`;
  }
}

export function badge(text: string, attributes = ''): string {
  return `<span class="badge"${attributes}>${escapeHtml(text)}</span>`;
}

/**
 * A mark where there is no badge: whoever takes a statement along takes its doubt along. In the pack's own word, for the
 * statement goes into a document.
 */
function markInWords(mark: string): string {
  return ` (${mark})`;
}

/** What a pack's mark on a statement is called on the page. */
function markName(mark: string): string {
  switch (mark) {
    case 'unconfirmed':
      return l10n.t('unconfirmed');
    case 'disputed':
      return l10n.t('disputed');
    default:
      return mark;
  }
}

function markId(number: number, count: number): string {
  return `cite-${String(number)}-${String(count)}`;
}

/** A token whose content is HTML that this file has made; the pack's own HTML never becomes one. */
function htmlToken(from: Token, html: string): Token {
  const token = Object.assign(Object.create(Object.getPrototypeOf(from) as object) as Token, from);
  token.type = 'html_inline';
  token.content = html;
  token.nesting = 0;
  return token;
}
