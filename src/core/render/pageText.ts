import * as l10n from '@vscode/l10n';
import type { MarkdownIt, Token } from 'markdown-it';
import { parseEntryLink, toEntryId, toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import type { EntryId, PackMarkdown, Source, TimelineEvent } from '../packs/pack';
import { sourceOrigin } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import { displayDate } from './formatDate';
import { citedSources, inlineText } from './packTokens';

/** What the panel hands to its context menu for a statement. */
export interface StatementContext {
  readonly webviewSection: 'statement';
  readonly entryId: EntryId;
  readonly sources: readonly EntryId[];
  /** The words of the statement. */
  readonly text: string;
}

/**
 * Writes an entry's texts as HTML, with numbered marks where they cite, each with an id of its own so that the list of
 * sources can lead back to it. Everything that comes from the pack is escaped.
 */
export class PageText {
  readonly #library: Library;
  readonly #markdown: MarkdownIt;
  readonly #entryId: EntryId;
  readonly #packId: string;
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

  /** A link that shows an event's date. Its name has the title too, for there are several events on some days. */
  dateLink({ id, date, title }: TimelineEvent): string {
    const shown = displayDate(date);
    const name = escapeHtml(`${shown}: ${title}`);
    return `<a href="#" data-entry="${escapeHtml(id)}" aria-label="${name}">${escapeHtml(shown)}</a>`;
  }

  /** A number that leads to a source. Empty if the entry does not have it. */
  citationMark(sourceId: EntryId): string {
    const number = this.#numbers.get(sourceId);
    const source = number === undefined ? undefined : this.#sources[number - 1];
    if (number === undefined || source === undefined) return '';
    const count = (this.#cited.get(sourceId) ?? 0) + 1;
    this.#cited.set(sourceId, count);
    const name = l10n.t('Source {0}: {1}', number, `${source.title}. ${sourceOrigin(source)}`);
    const id = markId(number, count);
    return `<sup><a class="cite" id="${id}" href="#source-${number}" aria-label="${escapeHtml(name)}">${number}</a></sup>`;
  }

  citationMarks(sources: readonly EntryId[]): string {
    return sources.map((id) => this.citationMark(id)).join('');
  }

  html(text: PackMarkdown): string {
    const tokens = this.#markdown.parse(text, {});
    for (const [index, block] of tokens.entries()) {
      const [before, open] = [tokens[index - 2], tokens[index - 1]];
      // A paragraph of a tight list has no element of its own; its item has.
      this.#markStatement(open?.hidden === true ? before : open, block);
      block.children = this.#rewrite(block.children ?? []);
    }
    return this.#markdown.renderer
      .render(tokens, this.#markdown.options, {})
      .replace(/<table>/g, '<table class="data">');
  }

  /** A text of one paragraph, without its element. */
  inlineHtml(text: PackMarkdown): string {
    const tokens = this.#rewrite(this.#markdown.parseInline(text, {})[0]?.children ?? []);
    return this.#markdown.renderer.render(tokens, this.#markdown.options, {});
  }

  /** Tells the panel's context menu what a paragraph, heading or cell says and which sources it cites. */
  #markStatement(open: Token | undefined, block: Token): void {
    const children = block.children ?? [];
    const sources = new Set(
      children
        .flatMap((token) => citedSources(token))
        .map((localId) => toEntryId(this.#packId, 'source', localId)),
    );
    if (open === undefined || sources.size === 0) return;
    const context = this.statementContext(inlineText(children, markInWords), [...sources]);
    open.attrSet('data-vscode-context', context);
  }

  /** The value of `data-vscode-context` for a statement, not escaped. */
  statementContext(text: string, sources: readonly EntryId[]): string {
    const context: StatementContext = {
      webviewSection: 'statement',
      entryId: this.#entryId,
      sources,
      text,
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
          return [htmlToken(token, this.citationMarks(ids))];
        }
        case 'mark_open':
          return [htmlToken(token, `<span class="statement ${token.info}">`)];
        case 'mark_close':
          return [htmlToken(token, `</span> ${badge(markName(token.info))}`)];
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

export function badge(text: string): string {
  return `<span class="badge">${escapeHtml(text)}</span>`;
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
