import type { MarkdownIt } from 'markdown-it';
import { findReferences, plainText } from '../render/packTokens';
import type { Steps } from '../terms/steps';
import { parseEntryLink, toEntryId, toPackId } from './entryId';
import { entryTexts } from './entryTexts';
import type { Library } from './library';
import type { Entry, EntryId } from './pack';

/** Which entries an entry is mentioned in: topics, then terms by title, then events by date. */
export type BackLinks = ReadonlyMap<EntryId, readonly EntryId[]>;

/**
 * Finds for every entry the topics, terms and events whose texts name it, link to it or cite it. An entry is not
 * mentioned in itself.
 *
 * Cost: a pass over all texts; a step for each entry.
 */
export function* findBackLinks(library: Library, markdown: MarkdownIt): Steps<BackLinks> {
  const backLinks = new Map<EntryId, EntryId[]>();
  for (const { topics, terms, events } of library.packs) {
    const byTitle = [...terms].sort((a, b) => a.title.localeCompare(b.title));
    for (const entry of [...topics, ...byTitle, ...events]) {
      for (const id of mentionedBy(library, markdown, entry)) {
        const links = backLinks.get(id);
        if (links === undefined) backLinks.set(id, [entry.id]);
        else links.push(entry.id);
      }
      yield;
    }
  }
  return backLinks;
}

function mentionedBy(library: Library, markdown: MarkdownIt, entry: Entry): ReadonlySet<EntryId> {
  const packId = toPackId(entry.id);
  const ids = new Set<EntryId>();
  for (const text of entryTexts(entry)) {
    const { citations, links } = findReferences(markdown, text);
    for (const { target } of citations) ids.add(toEntryId(packId, 'source', target));
    for (const { target } of links) {
      const id = parseEntryLink(packId, target)?.entryId;
      if (id !== undefined) ids.add(id);
    }
    for (const { entryId } of library.terms.findAll(plainText(markdown, text))) ids.add(entryId);
  }
  ids.delete(entry.id);
  return ids;
}
