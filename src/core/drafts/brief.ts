import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { EntryId, TimelineEvent } from '../packs/pack';
import { citationText } from '../render/citationText';
import { entrySources } from '../render/entryText';
import { escapeInLine } from '../render/escape';
import { formatDate } from '../render/formatDate';
import { plainText } from '../render/packTokens';
import { unconfirmedNote } from '../render/unconfirmedNote';
import { documentWording } from '../render/wording';
import type { UsedTerm } from './usedTerms';

/** More events than these tell a writer nothing. */
const mostEvents = 20;
const mostMissing = 15;

/**
 * What a writer may want beside a draft, as Markdown: a glossary of the terms used, the events that it touches, the
 * sources to cite, what is related and missing, and what to look at.
 *
 * @param title Names the draft.
 * @param used What `usedTerms` gives.
 */
export function brief(
  library: Library,
  markdown: MarkdownIt,
  title: string,
  used: readonly UsedTerm[],
): string {
  const text = (source: string) => escapeInLine(plainText(markdown, source));
  const glossary = [...used]
    .sort((a, b) => a.term.title.localeCompare(b.term.title))
    .map(
      ({ term }) =>
        `**${escapeInLine(term.title)}**: ${text(term.definition)} *(as of ${formatDate(term.asOf)}${unconfirmedNote(markdown, term.definition, documentWording).toLowerCase()})*`,
    );
  const events = touchedEvents(library, used).map(
    (event) => `**${formatDate(event.date)}:** ${text(event.text)}`,
  );
  const sources = new Set(used.flatMap(({ term }) => entrySources(library, markdown, term)));
  const citations = [...sources]
    .map((source) => escapeInLine(citationText(library, markdown, source)))
    .sort((a, b) => a.localeCompare(b));
  const missing = missingEntries(library, used).map((id) => {
    const entry = library.entry(id);
    return entry === undefined ? '' : escapeInLine(entry.title);
  });
  const notes = used
    .filter((each) => each.notes.length > 0)
    .map(({ term, notes: of }) => `**${escapeInLine(term.title)}**: ${of.join(', ')}`);
  return [
    `# Brief for ${escapeInLine(title)}`,
    section('Look at these', notes),
    section('Glossary', glossary),
    section('Timeline', events),
    section('Sources to cite', citations),
    section('Related, and not in the text', missing),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

/** The events with the most of the terms used, by date. */
function touchedEvents(library: Library, used: readonly UsedTerm[]): readonly TimelineEvent[] {
  const ids = new Set(used.map(({ entryId }) => entryId));
  const shared = (event: TimelineEvent) => event.terms.filter((id) => ids.has(id)).length;
  return library.packs
    .flatMap(({ events }) => events)
    .filter((event) => shared(event) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, mostEvents)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The entries that the most of the terms used are related to, of those that the draft does not mention. */
function missingEntries(library: Library, used: readonly UsedTerm[]): readonly EntryId[] {
  const mentioned = new Set(used.map(({ entryId }) => entryId));
  const counts = new Map<EntryId, number>();
  for (const { term } of used) {
    for (const id of new Set([...term.topics, ...term.broader, ...term.related])) {
      if (!mentioned.has(id) && library.entry(id) !== undefined)
        counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostMissing)
    .map(([id]) => id);
}
