import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import { toEntryId, toPackId } from '../packs/entryId';
import type { Library } from '../packs/library';
import { entryTexts } from '../packs/entryTexts';
import type { Entry, EntryId, Overview, Source } from '../packs/pack';
import { displayDate } from './formatDate';
import { citedSources } from './packTokens';
import { interfaceWording, type Wording } from './wording';

/**
 * Sources of an entry: those its texts cite by first appearance, then those it only lists. A source's place here is the
 * number it is shown with.
 */
export function entrySources(
  library: Library,
  markdown: MarkdownIt,
  entry: Entry,
): readonly Source[] {
  const ids = new Set<EntryId>();
  for (const text of entryTexts(entry)) {
    for (const block of markdown.parse(text, {})) {
      for (const token of block.children ?? []) {
        for (const source of citedSources(token))
          ids.add(toEntryId(toPackId(entry.id), 'source', source));
      }
    }
  }
  if (entry.type === 'overview') for (const id of overviewSources(entry)) ids.add(id);
  if (entry.type === 'term') {
    for (const id of entry.sources) ids.add(id);
    for (const fact of entry.facts) for (const id of fact.sources) ids.add(id);
  }
  return onlySources(library.entries([...ids]));
}

/** The sources among some entries, in the same order. */
export function onlySources(entries: readonly Entry[]): readonly Source[] {
  return entries.filter((entry): entry is Source => entry.type === 'source');
}

function overviewSources(overview: Overview): readonly EntryId[] {
  switch (overview.kind) {
    case 'timeline':
      return [];
    case 'polls':
      return overview.polls.flatMap(({ sources }) => sources);
    case 'pledges':
      return overview.pledges.flatMap(({ sources }) => sources);
  }
}

/** The date that tells how fresh an entry is; undefined for a source without one. */
export function entryDate(entry: Entry): string | undefined {
  switch (entry.type) {
    case 'topic':
    case 'term':
    case 'overview':
      return entry.asOf;
    case 'event':
      return entry.date;
    case 'source':
      return entry.issued;
  }
}

/** Signs that the title of a tab has room for. */
const tabRoom = 45;

/** What an entry's tab is called: its title, an event's behind its date, cut after a word where it is long. */
export function tabTitle(entry: Entry): string {
  const title = entry.type === 'event' ? `${displayDate(entry.date)}: ${entry.title}` : entry.title;
  if (title.length <= tabRoom) return title;
  const cut = title.slice(0, tabRoom);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s,.:;–—-]+$/, '')}…`;
}

/** What an entry is, in a word or two: "Topic", "Military term", "Event", "News agency". */
export function entryKind(
  library: Library,
  entry: Entry,
  { t }: Wording = interfaceWording,
): string {
  switch (entry.type) {
    case 'topic':
      return t('Topic');
    case 'overview':
      return t('Overview');
    case 'term':
      return library.kindOf(entry.id, entry.kind)?.one ?? t('Term');
    case 'event': {
      const kind = entry.kind === undefined ? undefined : library.kindOf(entry.id, entry.kind);
      return kind?.one ?? t('Event');
    }
    case 'source':
      return entry.kind === undefined ? t('Source') : capitalised(entry.kind);
  }
}

/** A line on a source for readers: publisher and date. */
export function sourceOrigin(source: Source): string {
  const issued = source.issued === undefined ? undefined : displayDate(source.issued);
  return [source.publisher, issued].filter((part) => part !== undefined).join(', ');
}

/** Remarks that a reader of a source has to know: whose voice it is, whose copy, what was not checked. */
export function sourceCautions(source: Source): readonly string[] {
  const cautions: string[] = [];
  if (source.stateOutlet) cautions.push(l10n.t('State outlet.'));
  if (source.republishes !== undefined)
    cautions.push(l10n.t('Copy of a report by {0}.', source.republishes));
  if (source.note !== undefined) cautions.push(source.note);
  return cautions;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
