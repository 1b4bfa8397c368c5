import type { MarkdownIt, Token } from 'markdown-it';
import { parseEntryLink, toEntryId, toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import type {
  Entry,
  EntryId,
  Label,
  LabelKind,
  PackMarkdown,
  Source,
  Term,
  TimelineEvent,
  Topic,
} from '../packs/pack';
import { entryDate, entryKind, entrySources, sourceCautions, sourceOrigin } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import { formatDate } from './formatDate';
import { citedSources } from './packTokens';

/**
 * An entry as the panel shows it: what it is and as of when, the short answer, the text, what is related, the sources.
 * Links to entries are `<a href="#" data-entry="id" data-anchor="section">`; the panel opens them. Web links are http or
 * https only. Everything that comes from the pack is escaped.
 *
 * @returns HTML for the inside of `<main>`.
 */
export function entryHtml(library: Library, markdown: MarkdownIt, entry: Entry): string {
  return new EntryPage(library, markdown, entry).html();
}

class EntryPage {
  readonly #library: Library;
  readonly #markdown: MarkdownIt;
  readonly #entry: Entry;
  readonly #packId: string;
  readonly #sources: readonly Source[];

  constructor(library: Library, markdown: MarkdownIt, entry: Entry) {
    this.#library = library;
    this.#markdown = markdown;
    this.#entry = entry;
    this.#packId = toPackId(entry.id);
    this.#sources = entrySources(library, markdown, entry);
  }

  html(): string {
    return `${this.#header()}${this.#body()}${this.#sourceList()}`;
  }

  #header(): string {
    const entry = this.#entry;
    const question =
      entry.type === 'topic' ? `<p class="question">${escapeHtml(entry.question)}</p>` : '';
    return `<header><p class="kind">${escapeHtml(entryKind(this.#library, entry))}</p>
<h1>${escapeHtml(entry.type === 'event' ? formatDate(entry.date) : entry.title)}</h1>${question}</header>`;
  }

  #body(): string {
    switch (this.#entry.type) {
      case 'topic':
        return this.#topic(this.#entry);
      case 'term':
        return this.#term(this.#entry);
      case 'event':
        return this.#event(this.#entry);
      case 'source':
        return this.#source(this.#entry);
    }
  }

  #topic(topic: Topic): string {
    const sections = topic.sections.map(
      ({ anchor, title, body }) =>
        `<section><h2 id="${escapeHtml(anchor)}">${escapeHtml(title)}</h2>${this.#text(body)}</section>`,
    );
    return [
      `<section class="answer" aria-label="Short answer">${this.#text(topic.shortAnswer)}</section>`,
      ...sections,
      this.#links('Terms', topic.terms),
      this.#events('Events', topic.events),
      this.#links('Related topics', topic.related),
    ].join('');
  }

  #term(term: Term): string {
    return [
      `<section class="answer" aria-label="Definition">${this.#text(term.definition)}</section>`,
      term.contested === undefined
        ? ''
        : `<section><h2>A contested word</h2>${this.#text(term.contested)}</section>`,
      term.scopeNote === undefined
        ? ''
        : `<section><h2>When using it</h2>${this.#text(term.scopeNote)}</section>`,
      this.#names(term),
      this.#facts(term),
      this.#events('Events', this.#eventsOf(term)),
      this.#links('Broader', term.broader),
      this.#links('Narrower', term.narrower),
      this.#links('Related terms', term.related),
      this.#links('Topics', term.topics),
    ].join('');
  }

  #eventsOf(term: Term): readonly EntryId[] {
    const pack = this.#library.packs.find((each) => each.id === this.#packId);
    return (pack?.events ?? [])
      .filter((event) => event.terms.includes(term.id))
      .map(({ id }) => id);
  }

  #event(event: TimelineEvent): string {
    return [
      `<section class="answer" aria-label="What happened">${this.#text(event.text)}</section>`,
      this.#links('Topics', event.topics),
      this.#links('Terms', event.terms),
    ].join('');
  }

  #source(source: Source): string {
    const url = safeUrl(source.url);
    const rows: readonly (readonly [string, string | undefined])[] = [
      ['Publisher', source.publisher],
      ['Published', source.issued === undefined ? undefined : formatDate(source.issued)],
      ['Accessed', source.accessed === undefined ? undefined : formatDate(source.accessed)],
      ['Note', sourceCautions(source).join(' ') || undefined],
    ];
    const link =
      url === undefined
        ? ''
        : `<p><a class="external" href="${url}">${escapeHtml(shortUrl(url))}</a></p>`;
    return `<section class="answer" aria-label="Source">${definitionList(rows)}${link}</section>${this.#citing(source)}`;
  }

  /** Entries whose texts cite a source. */
  #citing(source: Source): string {
    const pack = this.#library.packs.find((each) => each.id === this.#packId);
    if (pack === undefined) return '';
    const cites = (entry: Entry): boolean =>
      entrySources(this.#library, this.#markdown, entry).some((each) => each.id === source.id);
    const ids = (entries: readonly Entry[]): readonly EntryId[] =>
      entries.filter(cites).map((entry) => entry.id);
    return (
      this.#links('Cited in topics', ids(pack.topics)) +
      this.#links('Cited in terms', ids(pack.terms))
    );
  }

  #names(term: Term): string {
    const ownLang = this.#library.packs.find((pack) => pack.id === this.#packId)?.lang;
    const shown: readonly LabelKind[] = ['preferred', 'alternative', 'discouraged'];
    const labels = term.labels.filter(
      (label) => shown.includes(label.kind) && label.text !== term.title,
    );
    // By language, the pack's own first; discouraged forms last.
    const languages = [...new Set([ownLang, ...labels.map((label) => label.lang)])];
    const place = ({ kind, lang }: Label): number =>
      languages.indexOf(lang) + (kind === 'discouraged' ? languages.length : 0);
    const items = [...labels]
      .sort((one, other) => place(one) - place(other))
      .map((label) => nameItem(label, label.lang !== ownLang));
    return items.length === 0
      ? ''
      : `<section><h2>Names</h2><ul class="names">${items.join('')}</ul></section>`;
  }

  #facts(term: Term): string {
    if (term.facts.length === 0) return '';
    const rows = term.facts.map((fact) => {
      const value =
        typeof fact.value === 'number' ? formatNumber(fact.value) : formatDate(fact.value);
      const unit = fact.unit === undefined ? '' : ` ${escapeHtml(fact.unit)}`;
      const sources = this.#library
        .entries(fact.sources)
        .map((source) => this.#citationMark(source.id));
      const unconfirmed = sources.length === 0 ? ' <span class="badge">unconfirmed</span>' : '';
      const cell = `${escapeHtml(value)}${unit}${sources.join('')}${unconfirmed}`;
      const property = escapeHtml(fact.property.charAt(0).toUpperCase() + fact.property.slice(1));
      return `<tr><th scope="row">${property}</th><td>${cell}</td><td>${escapeHtml(formatDate(fact.asOf))}</td></tr>`;
    });
    const head =
      '<thead><tr><th scope="col">Fact</th><th scope="col">Value</th><th scope="col">As of</th></tr></thead>';
    return `<section><h2>On record</h2><table>${head}<tbody>${rows.join('')}</tbody></table></section>`;
  }

  #links(title: string, ids: readonly EntryId[]): string {
    const links = this.#library
      .entries(ids)
      .map((entry) => `<li>${this.#entryLink(entry.id, escapeHtml(entry.title))}</li>`);
    if (links.length === 0) return '';
    return `<section class="related"><h2>${escapeHtml(title)}</h2><ul class="links">${links.join('')}</ul></section>`;
  }

  #events(title: string, ids: readonly EntryId[]): string {
    const events = this.#library
      .entries(ids)
      .filter((entry): entry is TimelineEvent => entry.type === 'event');
    if (events.length === 0) return '';
    const items = [...events]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map((event) => {
        const date = `<span class="date">${escapeHtml(formatDate(event.date))}</span>`;
        return `<li>${date} ${this.#entryLink(event.id, escapeHtml(event.title))}</li>`;
      });
    return `<section class="related"><h2>${escapeHtml(title)}</h2><ul class="events">${items.join('')}</ul></section>`;
  }

  #sourceList(): string {
    if (this.#entry.type === 'source' || this.#sources.length === 0) return '';
    const items = this.#sources.map((source, index) => {
      const origin = [source.kind, sourceOrigin(source)]
        .filter((part) => part !== undefined && part !== '')
        .join(' · ');
      const cautions = sourceCautions(source).map(
        (caution) => ` <span class="note">${escapeHtml(caution)}</span>`,
      );
      const url = safeUrl(source.url);
      const web =
        url === undefined
          ? ''
          : ` <a class="external" href="${url}">${escapeHtml(hostOf(url))}</a>`;
      const title = this.#entryLink(source.id, escapeHtml(source.title));
      return `<li id="source-${index + 1}">${title}<br><span class="origin">${escapeHtml(origin)}</span>${web}${cautions.join('')}</li>`;
    });
    return `<section class="sources"><h2>Sources</h2><ol>${items.join('')}</ol></section>`;
  }

  #entryLink(id: EntryId, innerHtml: string, anchor?: string): string {
    const section = anchor === undefined ? '' : ` data-anchor="${escapeHtml(anchor)}"`;
    return `<a href="#" data-entry="${escapeHtml(id)}"${section}>${innerHtml}</a>`;
  }

  #citationMark(sourceId: EntryId): string {
    const index = this.#sources.findIndex((source) => source.id === sourceId);
    const source = this.#sources[index];
    if (source === undefined) return '';
    const title = escapeHtml(`${source.title}. ${sourceOrigin(source)}`);
    const number = index + 1;
    return `<sup><a class="cite" href="#source-${number}" title="${title}" aria-label="Source ${number}: ${title}">${number}</a></sup>`;
  }

  #text(text: PackMarkdown): string {
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

  /** Tells the panel's context menu which sources a paragraph, heading or cell cites. */
  #markStatement(open: Token | undefined, block: Token): void {
    const sources = (block.children ?? [])
      .flatMap((token) => citedSources(token))
      .map((localId) => toEntryId(this.#packId, 'source', localId));
    if (open === undefined || sources.length === 0) return;
    const context = { webviewSection: 'statement', entryId: this.#entry.id, sources };
    open.attrSet('data-vscode-context', JSON.stringify(context));
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
          return [htmlToken(token, ids.map((id) => this.#citationMark(id)).join(''))];
        }
        case 'mark_open':
          return [htmlToken(token, `<span class="statement ${token.info}">`)];
        case 'mark_close':
          return [htmlToken(token, ` <span class="badge">${token.info}</span></span>`)];
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
      return this.#entryLink(target.entryId, '', target.anchor).slice(0, -'</a>'.length);
    }
    const url = safeUrl(href);
    return url === undefined ? undefined : `<a class="external" href="${url}">`;
  }
}

/** A token whose content is HTML that this file has made; the pack's own HTML never becomes one. */
function htmlToken(from: Token, html: string): Token {
  const token = Object.assign(Object.create(Object.getPrototypeOf(from) as object) as Token, from);
  token.type = 'html_inline';
  token.content = html;
  token.nesting = 0;
  return token;
}

function definitionList(rows: readonly (readonly [string, string | undefined])[]): string {
  const items = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`],
  );
  return `<dl>${items.join('')}</dl>`;
}

function nameItem({ text, lang, advice }: Label, withLanguage: boolean): string {
  const name = `<span lang="${escapeHtml(lang)}">${escapeHtml(text)}</span>`;
  const language = withLanguage
    ? ` <span class="lang">${escapeHtml(languageName(lang))}</span>`
    : '';
  const remark =
    advice === undefined
      ? ''
      : ` <span class="badge">discouraged</span> <span class="note">${escapeHtml(advice.reason)}</span>`;
  return `<li>${name}${language}${remark}</li>`;
}

let languageNames: Intl.DisplayNames | undefined;

function languageName(lang: string): string {
  // Made when first used: it costs some ten milliseconds.
  languageNames ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return languageNames.of(lang) ?? lang;
}

/** Thousands are parted from 10,000 on: below, a number may be a year. */
function formatNumber(value: number): string {
  return value < 10_000 ? String(value) : value.toLocaleString('en-GB');
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}

function shortUrl(url: string): string {
  return url.length <= 70 ? url : `${url.slice(0, 69)}…`;
}

/** When the entry was true, in words, for the line that is always in sight. */
export function asOfText(entry: Entry): string {
  const date = entryDate(entry);
  if (date === undefined) return 'No date';
  return entry.type === 'topic' || entry.type === 'term'
    ? `As of ${formatDate(date)}`
    : formatDate(date);
}
