import type { MarkdownIt } from 'markdown-it';
import { isUnexplained } from '../checks/unexplainedAbbreviations';
import { entryTexts } from '../packs/entryTexts';
import type { Library } from '../packs/library';
import { isOutOfDate } from '../packs/freshness';
import type { EdtfDate, EntryId, Term } from '../packs/pack';
import { openedMark } from '../render/packTokens';
import type { TermMatch } from '../terms/termIndex';
import type { Draft } from './draft';

/** What a writer may want to look at. */
export type UsageNote = 'not explained' | 'out of date' | 'contested';

/** A term that a draft uses. */
export interface UsedTerm {
  readonly entryId: EntryId;
  readonly term: Term;
  readonly count: number;
  readonly first: TermMatch;
  readonly notes: readonly UsageNote[];
}

/**
 * The terms that a draft uses, by first mention.
 *
 * @param reviewedSince A term whose date is earlier is out of date. EDTF, to the day.
 */
export function usedTerms(
  library: Library,
  markdown: MarkdownIt,
  draft: Draft,
  reviewedSince: EdtfDate,
): readonly UsedTerm[] {
  return draft.matches.mentions().flatMap(({ entryId, first, count }) => {
    const term = library.entry(entryId);
    if (term?.type !== 'term') return [];
    const notes: UsageNote[] = [];
    if (isUnexplained(library, draft, first)) notes.push('not explained');
    if (isOutOfDate(term, reviewedSince)) notes.push('out of date');
    if (isContested(markdown, term)) notes.push('contested');
    return [{ entryId, term, count, first, notes }];
  });
}

/** Whether a pack says that a word, or what it says of it, is disputed. */
function isContested(markdown: MarkdownIt, term: Term): boolean {
  if (term.contested !== undefined) return true;
  return entryTexts(term).some(
    (text) =>
      text.includes('{.disputed}') &&
      markdown
        .parse(text, {})
        .flatMap(({ children }) => children ?? [])
        .some((token) => openedMark(token) === 'disputed'),
  );
}

/** The mention of an entry that comes next behind an offset; behind the last, the first. */
export function nextMention(draft: Draft, entryId: EntryId, offset: number): TermMatch | undefined {
  const behind = draft.matches.within({ start: offset, end: draft.text.length });
  const isNext = (match: TermMatch) => match.entryId === entryId && match.start > offset;
  return (
    behind.find(isNext) ??
    draft.matches.mentions().find((mention) => mention.entryId === entryId)?.first
  );
}
