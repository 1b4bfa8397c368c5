import type { Library } from '../packs/library';
import { parseEntryLink, toEntryId, toPackId, type LinkTarget } from '../packs/entryId';
import type { Entry, PackMarkdown, Source } from '../packs/pack';
import { entryTexts } from '../packs/entryTexts';
import { citationKey } from '../citing/citation';
import { sourceCitation } from './citationText';
import { escapeInLine, safeUrl } from './escape';

const CITATION = /\s?\[(@[^\]\n]+)\]/g;
const ENTRY_LINK = /\[([^\]\n]+)\]\(((?:topic|term|event|source|overview)\/[^)\s]+)\)/g;
const MARKED = /\[((?:[^[\]]|\[[^[\]\n]*\])*)\]\{\.([a-z]+)\}/g;

/**
 * An entry, or one section of a topic, as Markdown for other documents: citations are footnotes, whose definitions
 * follow with the sources in full; links lead to the entries' addresses; marks stand in brackets.
 *
 * @param addressOf What opens an entry from outside.
 * @returns Undefined if a topic has no such section.
 */
export function sectionMarkdown(
  library: Library,
  entry: Entry,
  addressOf: (target: LinkTarget) => string,
  anchor?: string,
): string | undefined {
  const parts = partsOf(entry, anchor);
  if (parts === undefined) return undefined;
  const packId = toPackId(entry.id);
  const sources = new Map<string, Source>();
  const footnotes = (_: string, list: string): string =>
    list
      .split(';')
      .map((each) => library.entry(toEntryId(packId, 'source', each.trim().replace(/^@/, ''))))
      .flatMap((source) => {
        if (source?.type !== 'source') return [];
        sources.set(citationKey(source), source);
        return `[^${citationKey(source)}]`;
      })
      .join('');
  const link = (_: string, words: string, href: string): string => {
    const target = parseEntryLink(packId, href);
    const linked = target === undefined ? undefined : library.entry(target.entryId);
    if (target === undefined || linked === undefined) return words;
    const webUrl = linked.type === 'source' ? safeUrl(linked.url) : undefined;
    return `[${words}](${webUrl ?? addressOf(target)})`;
  };
  const written = parts.map(({ title, text }) => {
    const plain = text
      .replace(CITATION, footnotes)
      .replace(MARKED, '$1 ($2)')
      .replace(ENTRY_LINK, link)
      .trim();
    return title === undefined ? plain : `## ${title}\n\n${plain}`;
  });
  const definitions = [...sources].map(
    ([key, source]) => `[^${key}]: ${escapeInLine(sourceCitation(source))}`,
  );
  const paragraphs = definitions.length === 0 ? written : [...written, definitions.join('\n')];
  return `${paragraphs.join('\n\n')}\n`;
}

interface Part {
  readonly title?: string;
  readonly text: PackMarkdown;
}

function partsOf(entry: Entry, anchor: string | undefined): readonly Part[] | undefined {
  if (anchor === undefined) {
    if (entry.type !== 'topic') return entryTexts(entry).map((text) => ({ text }));
    return [
      { title: entry.title, text: entry.shortAnswer },
      ...entry.sections.map(({ title, body }) => ({ title, text: body })),
    ];
  }
  const section =
    entry.type === 'topic' ? entry.sections.find((each) => each.anchor === anchor) : undefined;
  return section === undefined ? undefined : [{ title: section.title, text: section.body }];
}
