import type { Span } from './span';
import type { TermMatch, TermMatches } from './termIndex';

/** Which mentions of a term are marked or explained in a text. */
export type Mentions = 'first' | 'every' | 'none';

/**
 * The mentions to mark in a stretch of a text.
 *
 * @param within What can be seen. Cost: what stands there; for first mentions, the number of entries mentioned.
 */
export function mentionsToMark(
  matches: TermMatches,
  mentions: Mentions,
  within: Span,
): readonly TermMatch[] {
  if (mentions === 'none') return [];
  if (mentions === 'every') return matches.within(within);
  return matches
    .mentions()
    .map(({ first }) => first)
    .filter(({ start, end }) => start < within.end && end > within.start);
}
