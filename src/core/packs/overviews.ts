import * as l10n from '@vscode/l10n';
import { toEntryId } from './entryId';
import type { Overview, Pack } from './pack';

/**
 * The pages that show all of a sort at once: timeline, polls, pledges.
 *
 * @returns In this order; one for each sort of which the pack has any.
 */
export function overviewsOf(pack: Pack): readonly Overview[] {
  const { events, polls, pledges, asOf } = pack;
  const common = { type: 'overview', asOf } as const;
  const id = (kind: Overview['kind']) => toEntryId(pack.id, 'overview', kind);
  const overviews: readonly (readonly [Overview, number])[] = [
    [
      { ...common, kind: 'timeline', id: id('timeline'), title: l10n.t('Timeline'), events },
      events.length,
    ],
    [
      { ...common, kind: 'polls', id: id('polls'), title: l10n.t('Opinion polls'), polls },
      polls.length,
    ],
    [
      { ...common, kind: 'pledges', id: id('pledges'), title: l10n.t('Who pledged what'), pledges },
      pledges.length,
    ],
  ];
  return overviews.filter(([, count]) => count > 0).map(([overview]) => overview);
}
