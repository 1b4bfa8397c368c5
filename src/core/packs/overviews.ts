import { documentWording, interfaceWording, type Wording } from '../render/wording';
import { toEntryId } from './entryId';
import type { Entry, Overview, Pack } from './pack';

/**
 * The pages that show all of a sort at once: timeline, polls, pledges.
 *
 * @returns In this order; one for each sort of which the pack has any.
 */
export function overviewsOf(pack: Pack): readonly Overview[] {
  const { events, polls, pledges, asOf } = pack;
  const common = <K extends Overview['kind']>(kind: K) => ({
    ...{ type: 'overview' as const, kind, asOf },
    id: toEntryId(pack.id, 'overview', kind),
    title: overviewTitle(kind, interfaceWording),
  });
  const overviews: readonly (readonly [Overview, number])[] = [
    [{ ...common('timeline'), events }, events.length],
    [{ ...common('polls'), polls }, polls.length],
    [{ ...common('pledges'), pledges }, pledges.length],
  ];
  return overviews.filter(([, count]) => count > 0).map(([overview]) => overview);
}

function overviewTitle(kind: Overview['kind'], { t }: Wording): string {
  switch (kind) {
    case 'timeline':
      return t('Timeline');
    case 'polls':
      return t('Opinion polls');
    case 'pledges':
      return t('Who pledged what');
  }
}

/** What an entry is called in a document. The title of an overview is the product's, and in the language of the interface. */
export function titleInDocument(entry: Entry): string {
  return entry.type === 'overview' ? overviewTitle(entry.kind, documentWording) : entry.title;
}
