import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import { toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import type {
  Entry,
  EntryId,
  Label,
  LabelKind,
  Overview,
  Source,
  Term,
  TimelineEvent,
  Topic,
} from '../packs/pack';
import { displayName } from './displayName';
import { entryDate, entryKind, entrySources, sourceCautions } from './entryText';
import { escapeHtml, safeUrl } from './escape';
import { displayDate, interfaceLanguage, withStop } from './formatDate';
import { inLanguage, packLanguage } from './languageMark';
import { linkSection, section, sourceList, type Page } from './page';
import { badge, PageText } from './pageText';
import { pledgesHtml } from './pledgesHtml';
import { pollsHtml } from './pollsHtml';
import { timelineHtml } from './timelineHtml';

/**
 * An entry as the panel shows it: what it is and as of when, the short answer, the text, what is related, the sources.
 * Links to entries are `<a href="#" data-entry="id" data-anchor="section">`; the panel opens them. Web links are http or
 * https only. Everything that comes from the pack is escaped.
 *
 * @param mentionedIn Entries whose texts name this one.
 * @returns HTML for the inside of `<main>`. Every `h2` has an id.
 */
export function entryHtml(
  library: Library,
  markdown: MarkdownIt,
  entry: Entry,
  mentionedIn: readonly EntryId[] = [],
): string {
  const sources = entrySources(library, markdown, entry);
  const text = new PageText(library, markdown, entry.id, sources);
  const page: Page = { library, markdown, entryId: entry.id, text, sources };
  const body = `${header(page, entry)}${entryBody(page, entry)}${backLinks(page, mentionedIn)}`;
  const sourcesHtml = entry.type === 'source' ? '' : sourceList(page);
  return `${body}${sourcesHtml}${entry.type === 'topic' ? neighbours(page, entry) : ''}`;
}

function header({ library, text }: Page, entry: Entry): string {
  const question =
    entry.type === 'topic' ? `<p class="question">${text.words(entry.question)}</p>` : '';
  return `<header><p class="kind">${kindHtml(library, entry)}</p>
<h1>${heading(text, entry)}</h1>${question}</header>`;
}

function heading(text: PageText, entry: Entry): string {
  if (entry.type === 'event') return escapeHtml(displayDate(entry.date));
  // The title of an overview is the product's.
  return entry.type === 'overview' ? escapeHtml(entry.title) : text.words(entry.title);
}

/** The pack has kinds of its own; where it says none, the product does. */
function kindHtml(library: Library, entry: Entry): string {
  const kind = escapeHtml(entryKind(library, entry));
  const isOfPack =
    entry.type === 'source'
      ? entry.kind !== undefined
      : (entry.type === 'term' || entry.type === 'event') &&
        library.kindOf(entry.id, entry.kind ?? '') !== undefined;
  return isOfPack ? inLanguage(packLanguage(library, entry.id), kind) : kind;
}

function entryBody(page: Page, entry: Entry): string {
  switch (entry.type) {
    case 'topic':
      return topicBody(page, entry);
    case 'term':
      return termBody(page, entry);
    case 'event':
      return eventBody(page, entry);
    case 'source':
      return sourceBody(page, entry);
    case 'overview':
      return overviewBody(page, entry);
  }
}

function overviewBody(page: Page, overview: Overview): string {
  switch (overview.kind) {
    case 'timeline':
      return timelineHtml(page, overview.events);
    case 'polls':
      return pollsHtml(page, overview.polls);
    case 'pledges':
      return pledgesHtml(page, overview.pledges);
  }
}

function answer(name: string, innerHtml: string): string {
  return `<section class="answer" aria-label="${escapeHtml(name)}">${innerHtml}</section>`;
}

function topicBody(page: Page, topic: Topic): string {
  const { text } = page;
  return [
    answer(l10n.t('Short answer'), text.html(topic.shortAnswer)),
    ...topic.sections.map(({ anchor, title, body }) =>
      section(anchor, text.words(title), text.html(body)),
    ),
    linkSection(page, '_terms', l10n.t('Terms'), topic.terms),
    eventSection(page, topic.events),
    linkSection(page, '_related', l10n.t('Related topics'), topic.related),
  ].join('');
}

function termBody(page: Page, term: Term): string {
  const { text } = page;
  const prose = (id: string, title: string, markdown: string | undefined): string =>
    markdown === undefined ? '' : section(id, escapeHtml(title), text.html(markdown));
  return [
    answer(l10n.t('Definition'), text.html(term.definition)),
    prose('_contested', l10n.t('A contested word'), term.contested),
    prose('_use', l10n.t('When using it'), term.scopeNote),
    section('_names', escapeHtml(l10n.t('Names')), names(page, term)),
    section('_record', escapeHtml(l10n.t('On record')), facts(page, term)),
    eventSection(page, eventsOf(page, term)),
    linkSection(page, '_broader', l10n.t('Broader'), term.broader),
    linkSection(page, '_narrower', l10n.t('Narrower'), term.narrower),
    linkSection(page, '_related', l10n.t('Related terms'), term.related),
    linkSection(page, '_topics', l10n.t('Topics'), term.topics),
  ].join('');
}

function eventsOf({ library, entryId }: Page, term: Term): readonly EntryId[] {
  const pack = library.packs.find((each) => each.id === toPackId(entryId));
  return (pack?.events ?? []).filter((event) => event.terms.includes(term.id)).map(({ id }) => id);
}

function eventBody(page: Page, event: TimelineEvent): string {
  return [
    answer(l10n.t('What happened'), page.text.html(event.text)),
    linkSection(page, '_topics', l10n.t('Topics'), event.topics),
    linkSection(page, '_terms', l10n.t('Terms'), event.terms),
  ].join('');
}

function sourceBody({ text }: Page, source: Source): string {
  const url = safeUrl(source.url);
  const date = (value: string | undefined) =>
    value === undefined ? '' : escapeHtml(displayDate(value));
  const cautions = sourceCautions(source).map((caution) =>
    caution === source.note ? text.words(caution) : escapeHtml(caution),
  );
  const rows: readonly (readonly [string, string])[] = [
    [l10n.t('Publisher'), text.words(source.publisher ?? '')],
    [l10n.t('Published'), date(source.issued)],
    [l10n.t('Accessed'), date(source.accessed)],
    [l10n.t('Note'), cautions.join(' ')],
  ];
  const link =
    url === undefined
      ? ''
      : `<p><a class="external" href="${url}">${escapeHtml(shortUrl(url))}</a></p>`;
  return answer(l10n.t('Source'), `${definitionList(rows)}${link}`);
}

function eventSection({ library, text }: Page, ids: readonly EntryId[]): string {
  const events = library
    .entries(ids)
    .filter((entry): entry is TimelineEvent => entry.type === 'event');
  const items = [...events]
    .sort((a, b) => a.from - b.from)
    .map((event) => {
      const date = `<span class="date">${escapeHtml(displayDate(event.date))}</span>`;
      return `<li>${date} ${text.titleLink(event)}</li>`;
    });
  const list = items.length === 0 ? '' : `<ul class="events">${items.join('')}</ul>`;
  return section('_events', escapeHtml(l10n.t('Events')), list, 'related');
}

/** What mentions the entry: topics and terms as links, events by date. */
function backLinks({ library, text }: Page, ids: readonly EntryId[]): string {
  const items = library.entries(ids).map((entry) => {
    const kind =
      entry.type === 'event' ? escapeHtml(displayDate(entry.date)) : kindHtml(library, entry);
    return `<li><span class="date">${kind}</span> ${text.titleLink(entry)}</li>`;
  });
  if (items.length === 0) return '';
  const list = `<ul class="events">${items.join('')}</ul>`;
  const folded =
    items.length <= 8
      ? list
      : `<details><summary>${escapeHtml(l10n.t('{0} entries', items.length))}</summary>${list}</details>`;
  return section('_mentions', escapeHtml(l10n.t('Mentioned in')), folded, 'related');
}

/** The topics before and behind one, in the order of the sidebar. */
function neighbours({ library, text }: Page, topic: Topic): string {
  const pack = library.packs.find((each) => each.id === toPackId(topic.id));
  if (pack === undefined) return '';
  const grouped = pack.topicGroups.flatMap((group) => group.topics);
  const ids = [...new Set([...grouped, ...pack.topics.map(({ id }) => id)])];
  const place = ids.indexOf(topic.id);
  const link = (id: EntryId | undefined, className: string, name: string): string => {
    const entry = id === undefined ? undefined : library.entry(id);
    if (entry === undefined) return '<span></span>';
    return `<span class="${className}"><span class="note">${escapeHtml(name)}</span><br>${text.titleLink(entry)}</span>`;
  };
  if (ids.length < 2) return '';
  return `<nav class="neighbours" aria-label="${escapeHtml(l10n.t('Other topics'))}">${link(ids[place - 1], 'previous', l10n.t('Previous topic'))}${link(ids[place + 1], 'next', l10n.t('Next topic'))}</nav>`;
}

function names({ library, entryId, text }: Page, term: Term): string {
  const ownLang = library.packs.find((pack) => pack.id === toPackId(entryId))?.lang;
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
    .map((label) => nameItem(text, label, label.lang !== ownLang));
  return items.length === 0 ? '' : `<ul class="names">${items.join('')}</ul>`;
}

function facts({ text }: Page, term: Term): string {
  if (term.facts.length === 0) return '';
  const rows = term.facts.map((fact) => {
    const value = factValue(text, fact.value);
    const unit = fact.unit === undefined ? '' : ` ${text.words(fact.unit)}`;
    const marks = text.citationMarks(fact.sources);
    const unconfirmed = marks === '' ? ` ${badge(l10n.t('unconfirmed'))}` : '';
    const cell = `${value}${unit}${marks}${unconfirmed}`;
    const property = text.words(fact.property.charAt(0).toUpperCase() + fact.property.slice(1));
    return `<tr><th scope="row">${property}</th><td>${cell}</td><td>${escapeHtml(displayDate(fact.asOf))}</td></tr>`;
  });
  const heads = [l10n.t('Fact'), l10n.t('Value'), l10n.t('As of')].map(
    (head) => `<th scope="col">${escapeHtml(head)}</th>`,
  );
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A number or a date in the words of the interface, anything else in the pack's. */
function factValue(text: PageText, value: string | number): string {
  if (typeof value === 'number') return escapeHtml(formatNumber(value));
  const date = displayDate(value);
  return date === value ? text.words(value) : escapeHtml(date);
}

/** @param rows Names as plain text, values as HTML. Those without a value are left out. */
function definitionList(rows: readonly (readonly [string, string])[]): string {
  const items = rows.flatMap(([name, html]) =>
    html === '' ? [] : [`<dt>${escapeHtml(name)}</dt><dd>${html}</dd>`],
  );
  return `<dl>${items.join('')}</dl>`;
}

function nameItem(page: PageText, { text, lang, advice }: Label, withLanguage: boolean): string {
  const name = `<span lang="${escapeHtml(lang)}">${escapeHtml(text)}</span>`;
  const language = withLanguage
    ? ` <span class="lang">${escapeHtml(displayName('language', lang, interfaceLanguage()))}</span>`
    : '';
  const remark =
    advice === undefined
      ? ''
      : ` ${badge(l10n.t('discouraged'))} <span class="note">${page.words(advice.reason)}</span>`;
  return `<li>${name}${language}${remark}</li>`;
}

/** Thousands are parted from 10,000 on: below, a number may be a year. */
function formatNumber(value: number): string {
  return value < 10_000
    ? String(value)
    : value.toLocaleString(interfaceLanguage() === 'en' ? 'en-GB' : interfaceLanguage());
}

function shortUrl(url: string): string {
  return url.length <= 70 ? url : `${url.slice(0, 69)}…`;
}

/** Where an entry that has left the product comes from: its pack, and when it was true. */
export function originHtml(library: Library, entry: Entry): string {
  const pack = inLanguage(
    packLanguage(library, entry.id),
    escapeHtml(`${library.packTitle(entry.id)}.`),
  );
  return `${pack} ${escapeHtml(withStop(asOfText(entry)))}`;
}

/** When the entry was true, in words, for the line that is always in sight. */
export function asOfText(entry: Entry): string {
  const date = entryDate(entry);
  if (date === undefined) return l10n.t('No date');
  return entry.type === 'event' || entry.type === 'source'
    ? displayDate(date)
    : l10n.t('As of {0}', displayDate(date));
}
