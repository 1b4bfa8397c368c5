import { toLocalId } from './entryId';
import type { Entry } from './pack';

/**
 * Whether an entry has the place that a link leads to: a section of a topic, an event, poll or pledge of an overview, or
 * one of those that the product adds to any page.
 */
export function hasSection(entry: Entry, anchor: string): boolean {
  if (/^(?:_|source-)/.test(anchor)) return true;
  if (entry.type === 'topic') return entry.sections.some((section) => section.anchor === anchor);
  if (entry.type !== 'overview') return false;
  switch (entry.kind) {
    case 'timeline':
      return entry.events.some(({ id }) => toLocalId(id) === anchor);
    case 'polls':
      return entry.polls.some(({ id }) => id === anchor);
    case 'pledges':
      return entry.pledges.some(({ id }) => id === anchor);
  }
}
