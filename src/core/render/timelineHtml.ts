import * as l10n from '@vscode/l10n';
import { toLocalId } from '../packs/entryId';
import type { TimelineEvent } from '../packs/pack';
import { escapeHtml } from './escape';
import { section, type Page } from './page';

/** What the panel needs for the picture of a timeline beside the list, as JSON in `data-timeline`. */
export interface TimelineLegend {
  /** Rows of the picture, in order. The last is for events of no topic. */
  readonly lanes: readonly { readonly id: string; readonly title: string }[];
  /** Sorts of marks, in order. */
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
}

/**
 * Events as a list by year, newest year first. Each item says in `data-*` what the panel draws: `from` and `to` in
 * milliseconds since 1970, its lanes and its kind.
 */
export function timelineHtml(page: Page, events: readonly TimelineEvent[]): string {
  const byYear = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    const year = new Date(event.from).getUTCFullYear();
    byYear.set(year, [...(byYear.get(year) ?? []), event]);
  }
  const years = [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, group]) =>
      section(
        `_${String(year)}`,
        String(year),
        `<ol class="events">${group.map((event) => eventItem(page, event)).join('')}</ol>`,
      ),
    );
  const data = escapeHtml(JSON.stringify(legend(page, events)));
  return `<div id="timeline" data-timeline="${data}"></div>${years.join('')}`;
}

function legend({ library }: Page, events: readonly TimelineEvent[]): TimelineLegend {
  const topics = library.packs
    .flatMap((pack) => pack.topics)
    .filter(({ id }) => events.some((event) => event.topics.includes(id)));
  const lanes = topics.map(({ id, title }) => ({ id, title }));
  if (events.some((event) => event.topics.length === 0)) {
    lanes.push({ id: '', title: l10n.t('No topic') });
  }
  const kinds = new Map<string, string>();
  for (const { id, kind } of events) {
    const name = kind === undefined ? undefined : library.kindOf(id, kind);
    kinds.set(name?.id ?? '', name?.one ?? l10n.t('Event'));
  }
  return { lanes, kinds: [...kinds].map(([id, title]) => ({ id, title })) };
}

function eventItem({ text }: Page, event: TimelineEvent): string {
  const lanes = event.topics.length === 0 ? [''] : event.topics;
  const data = [
    ['event', event.id],
    ['from', String(event.from)],
    ['to', String(event.to)],
    ['lanes', lanes.join(' ')],
    ['kind', event.kind ?? ''],
  ].map(([name = '', value = '']) => `data-${name}="${escapeHtml(value)}"`);
  const date = `<span class="date">${text.dateLink(event)}</span>`;
  return `<li id="${escapeHtml(toLocalId(event.id))}" ${data.join(' ')}>${date} ${asSpan(text.html(event.text))}</li>`;
}

/** A paragraph as a part of a line, with its attributes; several as they are. */
function asSpan(html: string): string {
  const [, attributes, inner] = /^<p([^>]*)>(.*)<\/p>\s*$/s.exec(html) ?? [];
  return inner === undefined || inner.includes('<p')
    ? `<div>${html}</div>`
    : `<span${attributes ?? ''}>${inner}</span>`;
}
